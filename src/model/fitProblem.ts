import type { StreamDesign } from './design.ts';
import type { FitOptions } from './fit.ts';
import { toWorkingScale } from './delays/index.ts';
import { differentiate, evaluate } from './likelihood.ts';
import type { Problem } from './maximise.ts';
import type { PackedDesign } from './packDesign.ts';

const LOG_PSI: readonly [number, number] = [-6, 3];

/** Bounds, penalties and held parameters of a fit, as the maximiser takes them. */
export function stateProblem(design: StreamDesign, packed: PackedDesign, options: FitOptions): Problem {
  const size = packed.names.length;
  const lower = new Float64Array(size + 1);
  const upper = new Float64Array(size + 1);
  const penalty = new Float64Array(size + 1);
  for (let j = 0; j < size; j++) {
    if (j >= packed.endemic && j < packed.endemic + packed.rules) {
      upper[j] = options.answerBound ?? 1e3;
      continue;
    }
    const bound = j < packed.endemic ? (options.endemicBound ?? 15) : (options.modifierBound ?? 10);
    upper[j] = bound / packed.scale[j]!;
    lower[j] = -upper[j]!;
  }
  for (const { column, scale } of packed.delays.flatMap(({ parameters }) => parameters)) {
    [lower[column], upper[column]] = [scale.lower, scale.upper];
  }
  [lower[size], upper[size]] = packed.family === 'NB2' ? LOG_PSI : [0, 0];
  for (const [name, value] of Object.entries(options.fixed ?? {})) {
    const j = name === 'psi' ? size : packed.names.indexOf(name);
    if (j < 0) throw new Error(`the design has no parameter "${name}"`);
    lower[j] = upper[j] = name === 'psi' ? Math.log(value) : value;
  }
  const groups: number[][] = [];
  for (const [name, members] of penaltyGroups(design)) {
    const given = options.smoothing?.[name];
    const initial = given ?? options.start?.smoothing[name] ?? 1;
    for (const member of members) penalty[member] = initial;
    if (given === undefined) groups.push(members);
  }
  return {
    likelihood: {
      evaluate: (theta) => evaluate(packed, theta),
      differentiate: (theta, expected, gradient, curvature) =>
        differentiate(packed, theta, expected, gradient, curvature),
    },
    lower,
    upper,
    reach: chooseReach(packed),
    penalty,
    groups,
    maximumIterations: options.maximumIterations ?? 100,
  };
}

/** Exponents change by at most 3 in one step, ln psi by 2, delays on their scales by 1. */
function chooseReach(packed: PackedDesign): Float64Array {
  const size = packed.names.length;
  return Float64Array.from({ length: size + 1 }, (_, j) => {
    if (j === size) return 2;
    const isRule = j >= packed.endemic && j < packed.endemic + packed.rules;
    return isRule ? Infinity : Math.min(3 / packed.scale[j]!, isDelay(packed, j) ? 1 : Infinity);
  });
}

function isDelay({ endemic, rules, answers }: PackedDesign, j: number): boolean {
  return j >= endemic + rules && j < endemic + answers;
}

/** Members of each penalty group, by index among the mean parameters. */
export function penaltyGroups(design: StreamDesign): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  design.endemic.forEach(({ penaltyGroup }, j) => {
    if (penaltyGroup !== undefined) groups.set(penaltyGroup, [...(groups.get(penaltyGroup) ?? []), j]);
  });
  return groups;
}

/** A start inside the bounds: the mean level, small answers, middling overdispersion; or an earlier fit. */
export function chooseStart(
  packed: PackedDesign,
  { start }: FitOptions,
  rho = 0.1,
  share?: number,
): Float64Array {
  const size = packed.names.length;
  const theta = new Float64Array(size + 1);
  theta[size] = packed.family === 'NB2' ? Math.log(0.5) : 0;
  for (const delay of packed.delays) {
    for (const { column, scale, place } of delay.parameters)
      theta[column] = toWorkingScale(scale, delay.start.parameters[place]!);
  }
  if (start) {
    packed.names.forEach((name, j) => (theta[j] = start.parameters[name] ?? theta[j]!));
    if (packed.family === 'NB2' && start.psi > 0) theta[size] = Math.log(start.psi);
    return theta;
  }
  let events = 0;
  let exposure = 0;
  packed.y.forEach((count, i) => {
    events += count;
    exposure += packed.o[i]!;
  });
  const spontaneous = share ?? (packed.rules > 0 ? 0.7 : 1);
  const level = Math.log((spontaneous * events) / exposure);
  // The level goes to a constant column; indicator columns that share it are found by the first steps.
  const constant = packed.names.findIndex((_, j) => j < packed.endemic && isConstant(packed.columns[j]!));
  if (constant >= 0) theta[constant] = level / packed.columns[constant]![0]!;
  for (let j = packed.endemic; j < packed.endemic + packed.rules; j++) theta[j] = rho;
  return theta;
}

function isConstant(column: Float64Array): boolean {
  return column[0] !== 0 && column.every((value) => value === column[0]);
}
