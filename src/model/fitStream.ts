import type { StreamDesign } from './design.ts';
import { describeFit } from './describeFit.ts';
import type { FailedFit, Fit, FitOptions } from './fit.ts';
import { chooseStart, stateProblem } from './fitProblem.ts';
import { packOnce, type PackedDesign } from './packDesign.ts';
import { maximise, type Optimum, type Problem } from './maximise.ts';

/**
 * Maximum likelihood of one stream: endemic part, answers (rho ≥ 0), modifiers and overdispersion together; columns
 * that name a penalty group are penalised with λ by marginal likelihood. Undefined, and then a `failed` value with
 * advice: nothing recorded, no event, fewer steps than parameters, columns that cannot be told apart, no convergence.
 * A rate that runs to zero or without limit stops at its bound and is named in `atBound`.
 */
export function fitStream(design: StreamDesign, options: FitOptions = {}): Fit {
  return fitPacked(design, packOnce(design), options);
}

/** The same for columns that are packed already: nulls and profiles of one design refit cheaply. */
export function fitPacked(design: StreamDesign, packed: PackedDesign, options: FitOptions): Fit {
  const obstacle = findObstacle(packed);
  if (obstacle) return obstacle;
  const problem = stateProblem(design, packed, options);
  const optimum = maximise(problem, chooseStart(packed, options));
  const rivals = options.start ? [] : [searchAgain(packed, problem, optimum)];
  if (packed.delays.length > 0) rivals.push(...searchOtherDelays(packed, problem, options));
  const best = rivals.reduce<Optimum>(
    (found, rival) => (rival?.converged && rival.penalised > found.penalised ? rival : found),
    optimum,
  );
  return describeFit(design, packed, problem, best);
}

/** The likelihood of a delay may have several tops: climb once from shorter and once from longer delays too. */
function searchOtherDelays(packed: PackedDesign, problem: Problem, options: FitOptions): Optimum[] {
  return [-1.5, 1.5].map((by) => {
    const start = chooseStart(packed, options);
    for (const { column } of packed.delays.flatMap(({ parameters }) => parameters)) start[column]! += by;
    return maximise({ ...problem, groups: [] }, start);
  });
}

/**
 * An answer that ended at zero, or a rate that ran away, may be a lesser optimum (seen in 1 of 200 sparse records):
 * climb once more from large answers over a low level, smoothing held. Null where nothing is at a bound.
 */
function searchAgain(packed: PackedDesign, problem: Problem, { theta }: Optimum): Optimum | null {
  const isStuck = packed.names.some((_, j) => {
    const isFree = problem.upper[j]! > problem.lower[j]!;
    return isFree && (theta[j]! <= problem.lower[j]! || theta[j]! >= problem.upper[j]!);
  });
  if (!isStuck || packed.answers === 0) return null;
  return maximise({ ...problem, groups: [] }, chooseStart(packed, {}, 0.5, 0.1));
}

function findObstacle(packed: PackedDesign): FailedFit | null {
  const steps = packed.y.length;
  const events = packed.y.reduce((sum, count) => sum + count, 0);
  const failed = (reason: FailedFit['reason'], detail: string, advice: string): FailedFit => ({
    kind: 'failed',
    reason,
    detail,
    advice,
  });
  if (steps === 0) {
    return failed(
      'nothing recorded',
      'no step of this stream is recorded',
      'Add a record that covers these days.',
    );
  }
  if (events === 0) {
    return failed(
      'no events',
      `no event on ${steps} recorded steps`,
      'Widen the pattern or the dates, or judge the stream as silent.',
    );
  }
  const free = packed.names.length;
  if (steps <= free) {
    return failed(
      'too few steps',
      `${steps} recorded steps cannot carry ${free} parameters`,
      'Use a longer record or fewer terms.',
    );
  }
  const empty = packed.names.filter((_, j) => packed.scale[j] === 0);
  return empty.length === 0
    ? null
    : failed(
        'parameters cannot be told apart',
        `${empty.join(', ')}: the column is zero on every recorded step`,
        'Leave the term out: nothing on the recorded days could show it.',
      );
}
