import type { StreamDesign } from '../design.ts';
import { fitStream } from '../fitStream.ts';
import { findMode, type Mode } from './findMode.ts';
import { logPosterior, type LogPosterior } from './logPosterior.ts';
import type { FailedPosterior, PosteriorOptions } from './posterior.ts';
import { priorsOf, type Prior } from './priorsOf.ts';

export interface Prepared {
  readonly kind: 'prepared';
  readonly posterior: LogPosterior;
  readonly mode: Mode;
  readonly smoothing: Readonly<Record<string, number>>;
}

/**
 * Density and mode of a stream's posterior. Smoothing and start come from its fit; where that fails and nothing is left
 * to smooth, the priors alone give a start.
 */
export function preparePosterior(
  design: StreamDesign,
  options: Omit<PosteriorOptions, 'seed' | 'purpose'> = {},
): Prepared | FailedPosterior {
  if (!design.recorded.includes(1)) {
    return {
      kind: 'failed',
      reason: 'nothing recorded',
      detail: 'no step of this stream is recorded',
      advice: 'Add a record that covers these days.',
    };
  }
  const fit = fitStream(design, options.smoothing ? { smoothing: options.smoothing } : {});
  const groups = design.endemic.flatMap(({ penaltyGroup }) => penaltyGroup ?? []);
  const smoothing = fit.kind === 'fit' ? fit.smoothing : (options.smoothing ?? {});
  if (groups.some((name) => smoothing[name] === undefined)) {
    const { detail, advice } = fit.kind === 'failed' ? fit : { detail: '', advice: '' };
    return { kind: 'failed', reason: 'not fitted', detail, advice };
  }
  const priors = priorsOf(design, smoothing, options.priors);
  const posterior = logPosterior(design, priors);
  const start = fit.kind === 'fit' ? { ...fit.parameters, psi: fit.psi } : {};
  const mode =
    findMode(posterior, posterior.placeOf({ ...middles(priors), ...start })) ??
    findMode(posterior, posterior.placeOf(middles(priors)));
  if (mode) return { kind: 'prepared', posterior, mode, smoothing };
  return {
    kind: 'failed',
    reason: 'no top',
    detail: 'the posterior has no top with a full curvature',
    advice: 'Use fewer terms, or narrower priors.',
  };
}

function middles(priors: ReadonlyMap<string, Prior>): Record<string, number> {
  const middle = (prior: Prior) => {
    if (prior.of === 'normal') return prior.mean;
    if (prior.of === 'exponential') return 0.5 / prior.rate;
    return (prior.of === 'half normal' ? 0.3 : -0.3) * prior.deviation;
  };
  return Object.fromEntries([...priors].map(([name, prior]) => [name, middle(prior)]));
}
