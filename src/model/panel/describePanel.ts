import { delayWeights, findDelayFamily, fromWorkingScale } from '../delays/index.ts';
import type { PackedPanel } from './packedPanel.ts';
import type { PanelErrors } from './panelErrors.ts';

export interface PanelDescription {
  /** Coefficients on the logarithmic scale, by term (and unit); parameters of weights and delays on their own scale. */
  readonly parameters: Readonly<Record<string, number>>;
  /** From the observed information; null at a bound and where a part has vanished. */
  readonly standardErrors: Readonly<Record<string, number | null>>;
  /** The same with the parameters of delays taken as known; only where delays are estimated. */
  readonly standardErrorsGivenDelays?: Readonly<Record<string, number | null>>;
  /** Var = mu + psi·mu²: none for Poisson, one under `psi`, or one under each unit's (or group's) name. */
  readonly psi: Readonly<Record<string, PanelPsi>>;
  /** Delays in use, by part or shared name: parameters as in the plan, and the weights of the lags. */
  readonly delays: Readonly<Record<string, PanelDelayFound>>;
  readonly logLikelihood: number;
  /** Number of parameters, overdispersion included. */
  readonly size: number;
  readonly aic: number;
  /** 2·ln(cells) in place of 2. */
  readonly bic: number;
  /** Cells that contributed. */
  readonly cells: number;
  /** Cells in the rows asked for that did not, because something they need is not recorded. */
  readonly leftOut: number;
  readonly rows: { readonly first: number; readonly last: number };
  /** Expected count by unit and row; NaN in cells that did not contribute. */
  readonly mean: readonly Float64Array[];
  readonly atBound: readonly string[];
}

export interface PanelPsi {
  readonly estimate: number;
  readonly standardError: number | null;
  /** −ln psi, the scale of hhh4. */
  readonly minusLog: number;
  readonly minusLogStandardError: number | null;
}

export interface PanelDelayFound {
  readonly family: string;
  readonly parameters: readonly number[];
  readonly from: number;
  readonly weights: Float64Array;
  readonly estimated: boolean;
}

/** Puts names to the numbers of a fit. */
export function describePanel(
  panel: PackedPanel,
  theta: Float64Array,
  found: Exclude<PanelErrors, { singular: string }>,
  logLikelihood: number,
): PanelDescription {
  const { parameters, blocks, data, first, last } = panel;
  const cells = blocks.reduce((sum, { y }) => sum + y.length, 0);
  const isMean = ({ kind }: { kind: string }) => kind !== 'overdispersion';
  const byName = <T>(values: ArrayLike<T>): Record<string, T> =>
    Object.fromEntries(parameters.flatMap((one, j) => (isMean(one) ? [[one.name, values[j]!]] : [])));
  const psi = parameters.flatMap((one, j): [string, PanelPsi][] => {
    if (isMean(one)) return [];
    const estimate = Math.exp(-theta[j]!);
    const error = found.errors[j]!;
    const name = /^-log\(psi\.?(.*)\)$/s.exec(one.name)?.[1];
    const standardError = error === null ? null : error * estimate;
    return [[name || 'psi', { estimate, standardError, minusLog: theta[j]!, minusLogStandardError: error }]];
  });
  const size = parameters.length;
  return {
    parameters: byName(theta),
    standardErrors: byName(found.errors),
    ...(parameters.some(({ kind }) => kind === 'delay')
      ? { standardErrorsGivenDelays: byName(found.givenDelays) }
      : {}),
    psi: Object.fromEntries(psi),
    delays: listDelays(panel, theta),
    logLikelihood,
    size,
    aic: 2 * size - 2 * logLikelihood,
    bic: Math.log(cells) * size - 2 * logLikelihood,
    cells,
    leftOut: data.units.length * Math.max(0, last - first + 1) - cells,
    rows: { first, last },
    mean: found.mean,
    atBound: parameters.flatMap(({ name }, j) => (found.errors[j] === null ? [name] : [])),
  };
}

function listDelays({ parts }: PackedPanel, theta: Float64Array): Record<string, PanelDelayFound> {
  const found: Record<string, PanelDelayFound> = {};
  for (const { stated, shape, spatialParameters } of parts) {
    const { delay, delayName } = stated;
    if (!delay || delayName === null || delayName in found) continue;
    const places = shape.slice(spatialParameters);
    const values = [...delay.parameters];
    if (places.length > 0) {
      let next = 0;
      findDelayFamily(delay.family)
        .estimate(values.length)
        .forEach((scale, index) => {
          if (scale) values[index] = fromWorkingScale(scale, theta[places[next++]!]!);
        });
    }
    found[delayName] = {
      family: delay.family,
      parameters: values,
      from: delay.from,
      weights: delayWeights({ ...delay, parameters: values }),
      estimated: places.length > 0,
    };
  }
  return found;
}
