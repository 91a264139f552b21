import { factorEnvelope, makeEnvelope, solveEnvelope, type Envelope } from './envelope.ts';
import type { PackedPanel } from './packedPanel.ts';
import type { PanelLikelihood } from './panelLikelihood.ts';
import type { PanelComponent } from './splitPanel.ts';

export interface ComponentOptimum {
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Gain that the quadratic model still promised before the last step, in log-likelihood. */
  readonly promise: number;
}

/** Promised gain below which one last step is taken without asking. */
const PROMISE = 1e-9;
/** Above this the expected information leads, which is never negative. */
const FAR = 2;
const MAXIMUM_ITERATIONS = 200;

/**
 * Maximum likelihood of one component by Newton's method with step halving: Fisher scoring far from the optimum and where
 * the observed curvature is not positive, else the observed curvature. Parameters at a bound that push outwards are
 * held. Moves `theta` in place.
 */
export function maximisePanel(
  panel: PackedPanel,
  component: PanelComponent,
  likelihood: PanelLikelihood,
  theta: Float64Array,
): ComponentOptimum {
  const { parameters: order, edge } = component;
  const width = order.length;
  const curvature = makeEnvelope(edge);
  const factor = makeEnvelope(edge);
  const gradient = new Float64Array(width);
  const step = new Float64Array(width);
  const frozen = new Uint8Array(width);
  const trial = theta.slice();
  let logLikelihood = likelihood.evaluate(theta);
  let far = true;
  let promise = Infinity;
  let iterations = 0;
  const finish = (converged: boolean): ComponentOptimum => ({
    logLikelihood,
    iterations,
    converged,
    promise,
  });
  const enough = () => promise < 1e-6 + 1e-12 * Math.abs(logLikelihood);
  const tryStep = (share: number): number => {
    for (let p = 0; p < width; p++) {
      const { lower, upper } = panel.parameters[order[p]!]!;
      trial[order[p]!] = Math.min(Math.max(theta[order[p]!]! + share * step[p]!, lower), upper);
    }
    return likelihood.evaluate(trial);
  };
  while (iterations < MAXIMUM_ITERATIONS) {
    iterations++;
    let expected = far;
    likelihood.differentiate(theta, expected, gradient, curvature);
    hold(panel, order, theta, gradient, frozen);
    // A whiff of a ridge is enough where terms cannot be told apart; the errors find that out later.
    const isPositive = [0, 1e-7].some((ridge) => factorEnvelope(curvature, frozen, ridge, factor) < 0);
    if (!isPositive) {
      if (!expected) {
        likelihood.differentiate(theta, true, gradient, curvature);
        expected = true;
      }
      raise(curvature, gradient, frozen, factor);
    }
    for (let p = 0; p < width; p++) step[p] = frozen[p] ? 0 : gradient[p]!;
    solveEnvelope(factor, step);
    const slope = step.reduce((sum, move, p) => sum + move * gradient[p]!, 0);
    promise = slope / 2;
    if (promise < PROMISE && far) {
      far = false;
      continue;
    }
    if (promise < PROMISE) {
      const value = tryStep(1);
      // The last step may lose to rounding; then the point before it is as good.
      if (value > logLikelihood - 1e-9 - 1e-13 * Math.abs(logLikelihood)) {
        theta.set(trial);
        logLikelihood = value;
      } else likelihood.evaluate(theta);
      return finish(true);
    }
    let reached: number | null = null;
    for (let share = reachOf(panel, order, step); reached === null && share > 1e-10; share /= 2) {
      const value = tryStep(share);
      if (value > logLikelihood + 1e-4 * share * slope) reached = value;
    }
    if (reached === null) {
      // No step gains anything: the optimum to rounding if the quadratic model agrees, else a failure.
      likelihood.evaluate(theta);
      if (!far || enough()) return finish(enough());
      far = false;
      continue;
    }
    far = promise > FAR;
    logLikelihood = reached;
    theta.set(trial);
  }
  return finish(false);
}

/** Marks parameters at a bound whose slope points outwards. */
function hold(
  { parameters }: PackedPanel,
  order: Int32Array,
  theta: Float64Array,
  gradient: Float64Array,
  frozen: Uint8Array,
): void {
  for (let p = 0; p < order.length; p++) {
    const { lower, upper } = parameters[order[p]!]!;
    const value = theta[order[p]!]!;
    frozen[p] = Number((value <= lower && gradient[p]! <= 0) || (value >= upper && gradient[p]! >= 0));
  }
}

/**
 * Raises the diagonal until the matrix has a factor. Where it is not positive (far from its optimum psi bends the wrong way)
 * the slope takes its place, so that the step is about one; a parameter without bend and slope says nothing and is left out.
 */
function raise(curvature: Envelope, gradient: Float64Array, frozen: Uint8Array, factor: Envelope): void {
  const { start, values } = curvature;
  for (let p = 0; p < frozen.length; p++) {
    const at = start[p]! + p;
    if (values[at]! > 0) continue;
    values[at] = Math.max(Math.abs(values[at]!), Math.abs(gradient[p]!));
    if (!(values[at] > 0)) frozen[p] = 1;
  }
  for (let ridge = 1e-8; ridge < 1e6; ridge *= 100) {
    if (factorEnvelope(curvature, frozen, ridge, factor) < 0) return;
  }
  throw new Error('the expected information has no factor whatever is added to its diagonal');
}

/** Largest share of the step that keeps every parameter within its reach. */
function reachOf({ parameters }: PackedPanel, order: Int32Array, step: Float64Array): number {
  let share = 1;
  for (let p = 0; p < step.length; p++) {
    const size = Math.abs(step[p]!);
    if (size > 0) share = Math.min(share, parameters[order[p]!]!.reach / size);
  }
  return share;
}
