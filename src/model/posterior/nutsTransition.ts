/** One draw of the no-U-turn sampler with multinomial choice along its path, unit metric. Sources: hoffmanGelman2014, betancourt2017. */
import type { RandomStream } from '../../stats/index.ts';

/** Log-density and slope at z, on coordinates that are already scaled. Writes the slope. */
export type ScaledDensity = (z: Float64Array, gradient: Float64Array) => number;

export interface Point {
  readonly z: Float64Array;
  readonly gradient: Float64Array;
  readonly height: number;
}

export interface Transition {
  readonly point: Point;
  /** Mean acceptance along the path, what the step size is tuned by. */
  readonly acceptance: number;
  readonly divergent: boolean;
  readonly depth: number;
  readonly leapfrogs: number;
}

interface Phase extends Point {
  readonly momentum: Float64Array;
}

/** A stretch of the path: its ends, the sum of its momenta, the weight of its points and the one chosen of them. */
interface Tree {
  readonly first: Phase;
  readonly last: Phase;
  readonly sum: Float64Array;
  readonly logWeight: number;
  readonly chosen: Point;
}

/** Energy lost beyond which a path has left the surface. */
const DIVERGENCE = 1000;

interface Walk {
  readonly density: ScaledDensity;
  readonly random: RandomStream;
  readonly energy: number;
  readonly step: number;
  acceptance: number;
  leapfrogs: number;
  divergent: boolean;
}

export function nutsTransition(
  density: ScaledDensity,
  from: Point,
  stepSize: number,
  random: RandomStream,
  deepest: number,
): Transition {
  const momentum = from.z.map(() => random.normal());
  const start: Phase = { ...from, momentum };
  const energy = energyOf(start);
  let tree: Tree = { first: start, last: start, sum: momentum.slice(), logWeight: 0, chosen: from };
  const walk: Walk = { density, random, energy, step: 0, acceptance: 0, leapfrogs: 0, divergent: false };
  let depth = 0;
  while (depth < deepest) {
    const forward = random.uniform() > 0.5;
    const side = { ...walk, step: forward ? stepSize : -stepSize };
    const grown = grow(side, forward ? tree.last : tree.first, depth);
    walk.acceptance = side.acceptance;
    walk.leapfrogs = side.leapfrogs;
    walk.divergent = side.divergent;
    if (!grown) break;
    depth++;
    const takes = Math.log(random.uniform()) < grown.logWeight - tree.logWeight;
    const near = forward ? tree : turnAround(grown);
    const far = forward ? grown : tree;
    const goesOn = isOpen(near, far);
    tree = join(near, far, takes ? grown.chosen : tree.chosen);
    if (!goesOn) break;
  }
  return {
    point: tree.chosen,
    acceptance: walk.acceptance / Math.max(1, walk.leapfrogs),
    divergent: walk.divergent,
    depth,
    leapfrogs: walk.leapfrogs,
  };
}

/** A path of 2^depth steps from a point on; null where it diverges or turns back on itself. */
function grow(walk: Walk, from: Phase, depth: number): Tree | null {
  if (depth === 0) {
    const at = leapfrog(walk, from);
    const gain = walk.energy - energyOf(at);
    walk.leapfrogs++;
    if (!(gain > -DIVERGENCE)) {
      walk.divergent = true;
      return null;
    }
    walk.acceptance += Math.min(1, Math.exp(gain));
    return { first: at, last: at, sum: at.momentum.slice(), logWeight: gain, chosen: at };
  }
  const near = grow(walk, from, depth - 1);
  if (!near) return null;
  const far = grow(walk, near.last, depth - 1);
  if (!far) return null;
  const total = logSum(near.logWeight, far.logWeight);
  const takes = Math.log(walk.random.uniform()) < far.logWeight - total;
  return isOpen(near, far) ? join(near, far, takes ? far.chosen : near.chosen) : null;
}

/** A stretch that was walked backwards in time, with its ends in the order of time. */
function turnAround(tree: Tree): Tree {
  return { ...tree, first: tree.last, last: tree.first };
}

function join(near: Tree, far: Tree, chosen: Point): Tree {
  return {
    first: near.first,
    last: far.last,
    sum: near.sum.map((value, i) => value + far.sum[i]!),
    logWeight: logSum(near.logWeight, far.logWeight),
    chosen,
  };
}

/** Neither the whole path nor the joints between its halves have turned back. */
function isOpen(near: Tree, far: Tree): boolean {
  const whole = near.sum.map((value, i) => value + far.sum[i]!);
  const early = near.sum.map((value, i) => value + far.first.momentum[i]!);
  const late = far.sum.map((value, i) => value + near.last.momentum[i]!);
  const goesOn = (first: Phase, last: Phase, sum: Float64Array) =>
    product(first.momentum, sum) > 0 && product(last.momentum, sum) > 0;
  return (
    goesOn(near.first, far.last, whole) &&
    goesOn(near.first, far.first, early) &&
    goesOn(near.last, far.last, late)
  );
}

function leapfrog({ density, step }: Walk, { z, gradient, momentum }: Phase): Phase {
  const half = momentum.map((value, i) => value + 0.5 * step * gradient[i]!);
  const moved = z.map((value, i) => value + step * half[i]!);
  const slope = new Float64Array(z.length);
  const height = density(moved, slope);
  const ended = half.map((value, i) => value + 0.5 * step * slope[i]!);
  return { z: moved, gradient: slope, height, momentum: ended };
}

function energyOf({ height, momentum }: Phase): number {
  return -height + 0.5 * product(momentum, momentum);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? -Infinity : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
