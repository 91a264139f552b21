import { fitStream, trendColumns, type FitOptions, type StreamDesign } from '../../model/index.ts';
import { negativeBinomialLogPmf } from '../../stats/index.ts';
import { ownHistory } from '../judge/ownHistory.ts';
import { countWithin } from '../pairSeries.ts';
import type { RivalModel } from './rivalModel.ts';

/** Log scores summed over each block, one list a model; the last is the model without any rule. */
export interface BlockScores {
  readonly blocks: number;
  readonly scores: readonly (readonly number[])[];
}

/**
 * Blocked cross-validation: each of `blocks` contiguous runs of usable steps is predicted by models fitted to the other
 * runs alone (trend, own history, overdispersion and rule anew), a margin of `reach` steps on both sides left out of
 * the fit because what is predicted stands in its history. A rule of the wrong sign, or without any trigger outside the
 * block, predicts as if there were none. Null where the model without a rule cannot be fitted. Source: racine2000.
 */
export function blockScores(
  counts: Float64Array,
  recorded: Uint8Array,
  usable: Uint8Array,
  models: readonly RivalModel[],
  blocks: number,
): BlockScores | null {
  const steps = usable.reduce<number[]>((list, on, step) => (on ? [...list, step] : list), []);
  const reach = Math.max(...models.map((model) => model.reach));
  const history = ownHistory(counts, recorded);
  const scores = [...models, null].map(() => new Array<number>(blocks).fill(0));
  for (let block = 0; block < blocks; block++) {
    const from = Math.round((block * steps.length) / blocks);
    const to = Math.round(((block + 1) * steps.length) / blocks);
    const held = steps.slice(from, to);
    const margin = Math.min(reach, to - from);
    const fitted = Uint8Array.from(usable);
    fitted.fill(0, Math.max(0, (held[0] ?? 0) - margin), (held.at(-1) ?? -1) + margin + 1);
    const without = designWithout(counts, fitted, history);
    const base = fitStream(without);
    if (base.kind === 'failed') return null;
    const scoreOf = ({ mean, psi }: { mean: Float64Array; psi: number }) =>
      held.reduce((sum, step) => sum + negativeBinomialLogPmf(counts[step]!, mean[step]!, psi), 0);
    const none = scoreOf(base);
    models.forEach((model, index) => {
      const fit = fitRule(without, model, { smoothing: base.smoothing });
      scores[index]![block] = fit === null ? none : scoreOf(fit);
    });
    scores[models.length]![block] = none;
  }
  return { blocks, scores };
}

function designWithout(counts: Float64Array, fitted: Uint8Array, history: Float64Array): StreamDesign {
  return {
    counts,
    recorded: fitted,
    coverage: new Float64Array(counts.length).fill(1),
    endemic: trendColumns(fitted, { events: countWithin(counts, fitted) }),
    answers: [{ name: 'own history', x: history }],
    modifiers: [],
    family: 'NB2',
  };
}

/** The fit with the claim's term; null where it adds nothing or goes against what the claim says. */
function fitRule(without: StreamDesign, { term, sign, column }: RivalModel, options: FitOptions) {
  if (term === 'none') return null;
  const design: StreamDesign =
    term === 'answer'
      ? { ...without, answers: [...without.answers, { name: 'rule', x: column }] }
      : { ...without, modifiers: [{ name: 'rule', z: column }] };
  const fit = fitStream(design, options);
  if (fit.kind === 'failed') return null;
  return term === 'factor' && (fit.parameters['rule'] ?? 0) * sign <= 0 ? null : fit;
}
