import { laplacePosterior, type CountPanel, type StreamModel } from '../model/index.ts';
import { drawSilent } from './drawSilent.ts';
import { findUntold } from './findUntold.ts';
import { prepareStream, type PreparedStream } from './prepareStream.ts';
import type { FailedForecast, StreamDraws } from './theatreDraws.ts';

export interface DrawOptions {
  readonly seed: number;
  /** Points tried for each stream; default 120 for each of its parameters, from 400 to 2,000. */
  readonly proposals?: number;
  /** Draws kept; default 500. */
  readonly draws?: number;
}

/** Enough to see how wide a posterior is. */
const ROUGH = { proposals: 400, draws: 200 } as const;
const DRAWS = 500;

export interface DrawnStream {
  readonly model: StreamModel;
  readonly draws: StreamDraws;
  /** Terms whose strength the record leaves as open as it was: they are not in the model. */
  readonly untold: readonly string[];
}

/**
 * Draws of one stream's parameters from the model that `prepareStream` could fit. Terms that the record says nothing about
 * are dropped and the rest is fitted again: drawn from their priors, the answers of many such rules would add up to
 * exchanges that nobody has seen.
 */
export function drawStream(
  model: StreamModel,
  panel: CountPanel,
  { seed, proposals, draws = DRAWS }: DrawOptions,
): DrawnStream | FailedForecast {
  const untold: string[] = [];
  let told = model;
  for (;;) {
    const fitted = prepareStream(told, panel);
    if (fitted.kind === 'failed') return fitted;
    if (fitted.kind === 'silent')
      return {
        model: fitted.model,
        draws: drawSilent(model.stream, fitted.silentSteps, seed, draws),
        untold,
      };
    const { answers, modifiers, endemic } = fitted.design;
    const terms = answers.length + modifiers.length;
    const rough = terms > 0 ? drawFitted(fitted, seed, ROUGH.proposals, ROUGH.draws) : null;
    const term = rough && findUntold(fitted.design, rough.names, rough.draws);
    if (term === null) {
      const tried = proposals ?? Math.min(2000, Math.max(400, 120 * (endemic.length + terms + 1)));
      const isRough = tried === ROUGH.proposals && draws === ROUGH.draws;
      return {
        model: fitted.model,
        draws: isRough && rough ? rough : drawFitted(fitted, seed, tried, draws),
        untold,
      };
    }
    untold.push(term);
    told = without(term, told);
  }
}

function drawFitted(
  { model: { stream }, design, posterior, simplified }: PreparedStream,
  seed: number,
  proposals: number,
  draws: number,
): StreamDraws {
  const purpose = `forecast of ${stream}`;
  const drawn = laplacePosterior(design, { seed, proposals, draws, purpose, prepared: posterior });
  if (drawn.kind === 'failed') throw new Error(`${stream}: a posterior that was prepared has failed`);
  const { names, diagnostics } = drawn;
  return { stream, names, draws: drawn.draws, trusted: diagnostics.trusted, simplified };
}

/** The model without a term. A truce's days of expectation go alone where only they are untold. */
function without(term: string, model: StreamModel): StreamModel {
  return {
    ...model,
    answers: (model.answers ?? []).filter(({ name, from }) => (name ?? `from ${from}`) !== term),
    modifiers: (model.modifiers ?? []).flatMap((one) => {
      if (one.name === term) return [];
      if (one.of !== 'truce' || `${one.name} expected` !== term) return [one];
      const { of, name, days } = one;
      return [{ of, name, days }];
    }),
  };
}
