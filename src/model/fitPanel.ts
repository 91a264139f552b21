import { symmetricInverse } from '../stats/index.ts';
import type { FailedFit } from './fit.ts';
import { maximise, type Problem } from './maximise.ts';
import { packPanel, type PackedPanel } from './packPanel.ts';
import { panelLikelihood } from './panelLikelihood.ts';
import type { PanelData, PanelModel } from './panelModel.ts';

export interface PanelFit {
  readonly kind: 'fit';
  /** Coefficients on the logarithmic scale, by term (and unit). */
  readonly parameters: Readonly<Record<string, number>>;
  /** From the observed information; null at a bound. */
  readonly standardErrors: Readonly<Record<string, number | null>>;
  /** Var = mu + psi·mu²: none for Poisson, one under `psi`, or one under each unit's name. */
  readonly psi: Readonly<
    Record<string, { readonly estimate: number; readonly standardError: number | null }>
  >;
  readonly logLikelihood: number;
  /** Cells that contributed. */
  readonly cells: number;
  /** Expected count by unit and row; NaN in cells that did not contribute. */
  readonly mean: readonly Float64Array[];
  readonly iterations: number;
  readonly atBound: readonly string[];
}

const LOG_PSI: readonly [number, number] = [-12, 8];
/** A part that is not there runs to exp(−∞): stop where it cannot be told from nothing. */
const LARGEST_EXPONENT = 20;

/**
 * Maximum likelihood of a panel model. Coefficients are logarithms, as in hhh4; ln psi stands beside them. Undefined, and
 * then a `failed` value: no cells, no events, terms that cannot be told apart, no convergence.
 */
export function fitPanel(model: PanelModel, data: PanelData): PanelFit | FailedFit {
  const panel = packPanel(model, data);
  const events = panel.y.reduce((sum, count) => sum + count, 0);
  if (panel.y.length === 0)
    return failed('nothing recorded', 'no cell of the panel is recorded', 'Check the rows.');
  if (events === 0) return failed('no events', 'every count is zero', 'There is nothing to explain.');
  const problem = stateProblem(panel);
  const likelihood = panelLikelihood(panel);
  const optimum = maximise({ ...problem, likelihood }, chooseStart(panel, model, events));
  if (!optimum.converged) {
    return failed('not converged', `no optimum after ${optimum.iterations} steps`, 'Use fewer terms.');
  }
  const { theta } = optimum;
  likelihood.evaluate(theta);
  const width = theta.length;
  const curvature = new Float64Array(width * width);
  likelihood.differentiate(theta, false, new Float64Array(width), curvature);
  const errors = invert(curvature, theta, problem);
  if (!errors) {
    return failed(
      'parameters cannot be told apart',
      'the information of the panel is singular',
      'Leave out a term that is a combination of others.',
    );
  }
  const betas = panel.names.length;
  const psiNames = model.family === 'NegBinM' ? data.units : ['psi'];
  return {
    kind: 'fit',
    parameters: Object.fromEntries(panel.names.map((name, j) => [name, theta[j]!])),
    standardErrors: Object.fromEntries(panel.names.map((name, j) => [name, errors[j]!])),
    psi: Object.fromEntries(
      psiNames.slice(0, panel.overdispersions).map((name, group) => {
        const estimate = Math.exp(theta[betas + group]!);
        const error = errors[betas + group]!;
        return [name, { estimate, standardError: error === null ? null : estimate * error }];
      }),
    ),
    logLikelihood: optimum.logLikelihood,
    cells: panel.y.length,
    mean: spreadMean(panel, likelihood.mean, data),
    iterations: optimum.iterations,
    atBound: [...panel.names, ...psiNames].filter((_, j) => j < width && errors[j] === null),
  };
}

function failed(reason: FailedFit['reason'], detail: string, advice: string): FailedFit {
  return { kind: 'failed', reason, detail, advice };
}

function stateProblem(panel: PackedPanel): Omit<Problem, 'likelihood'> {
  const scales = panel.parts.flatMap(({ columns }) =>
    columns.map((column) => column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1),
  );
  const width = scales.length + panel.overdispersions;
  const bound = (j: number) => LARGEST_EXPONENT / scales[j]!;
  return {
    lower: Float64Array.from({ length: width }, (_, j) => (j < scales.length ? -bound(j) : LOG_PSI[0])),
    upper: Float64Array.from({ length: width }, (_, j) => (j < scales.length ? bound(j) : LOG_PSI[1])),
    reach: Float64Array.from({ length: width }, (_, j) => (j < scales.length ? 3 / scales[j]! : 2)),
    penalty: new Float64Array(width),
    groups: [],
    maximumIterations: 200,
  };
}

/** Each part starts with an even share of the mean, its first constant columns set to that level. */
function chooseStart(panel: PackedPanel, model: PanelModel, events: number): Float64Array {
  const theta = new Float64Array(panel.names.length + panel.overdispersions);
  const terms = [model.own, model.neighbours, model.endemic].flatMap((part) => (part ? [part.terms] : []));
  panel.parts.forEach(({ multiplier, first }, p) => {
    const exposure = multiplier.reduce((sum, value) => sum + value, 0);
    const level = exposure > 0 ? Math.log(events / (exposure * panel.parts.length)) : 0;
    let j = first;
    for (const term of terms[p]!) {
      const width =
        term.perUnit === undefined ? 1 : (term.perUnit === true ? panel.units : term.perUnit).length;
      if (term.value.of === 'one') theta.fill(level, j, j + width);
      j += width;
    }
  });
  return theta;
}

/** Standard errors over the free parameters, null at bounds; null where the information is singular. */
function invert(
  curvature: Float64Array,
  theta: Float64Array,
  { lower, upper }: Omit<Problem, 'likelihood'>,
): (number | null)[] | null {
  const width = theta.length;
  const free = [...theta.keys()].filter((j) => theta[j]! > lower[j]! && theta[j]! < upper[j]!);
  const n = free.length;
  const reduced = new Float64Array(n * n);
  free.forEach((j, a) => free.forEach((k, b) => (reduced[a * n + b] = curvature[j * width + k]!)));
  const inverse = symmetricInverse(reduced, n);
  if (!inverse) return null;
  const errors = new Array<number | null>(width).fill(null);
  free.forEach((j, a) => (errors[j] = Math.sqrt(inverse[a * n + a]!)));
  return errors;
}

function spreadMean(panel: PackedPanel, mean: Float64Array, data: PanelData): Float64Array[] {
  const spread = data.counts.map((series) => new Float64Array(series.length).fill(NaN));
  mean.forEach((value, i) => (spread[panel.unitOf[i]!]![panel.rowOf[i]!] = value));
  return spread;
}
