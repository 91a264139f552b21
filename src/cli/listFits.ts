import { fitStream, trendColumns, type CountPanel, type Fit, type Plan } from '../model/index.ts';

/** The fit of one stream by itself. */
export interface ListedFit {
  readonly text: string;
  readonly fit:
    | Omit<Extract<Fit, { kind: 'fit' }>, 'mean' | 'information' | 'values' | 'delays'>
    | Extract<Fit, { kind: 'failed' }>;
}

/**
 * Each stream by itself: penalised trend and overdispersion, no rule. This is where every test starts; what a claim's
 * rule adds stands in its verdict.
 */
export function listFits(plan: Plan, panel: CountPanel): ListedFit[] {
  return plan.streams.flatMap(({ text, untestable }, index) => {
    const counts = panel.counts[index];
    if (!counts || untestable) return [];
    const coverage = panel.coverage[index] ?? new Float64Array(panel.steps).fill(1);
    const events = counts.reduce((sum, count) => sum + count, 0);
    const endemic = trendColumns(panel.recorded, { events });
    const { recorded } = panel;
    const fit = fitStream({ counts, recorded, coverage, endemic, answers: [], modifiers: [], family: 'NB2' });
    return [{ text, fit: fit.kind === 'failed' ? fit : shorten(fit) }];
  });
}

/** Without the arrays that have one number per day. */
function shorten(fit: Extract<Fit, { kind: 'fit' }>): Extract<ListedFit['fit'], { kind: 'fit' }> {
  const { kind, names, parameters, standardErrors, psi, logLikelihood, penalisedLogLikelihood } = fit;
  const { gradientNorm, iterations, atBound, smoothing, effectiveParameters } = fit;
  return {
    kind,
    names,
    parameters,
    standardErrors,
    psi,
    logLikelihood,
    penalisedLogLikelihood,
    gradientNorm,
    iterations,
    atBound,
    smoothing,
    effectiveParameters,
  };
}
