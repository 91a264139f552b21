import type { StreamDesign } from '../design.ts';
import { joinLikeSteps } from '../joinLikeSteps.ts';
import { evaluate } from '../likelihood.ts';
import { likelihoodSlope } from '../likelihoodSlope.ts';
import { packDesign } from '../packDesign.ts';
import { coordinate, placeOnLine } from './coordinate.ts';
import type { Prior } from './priorsOf.ts';

/** A posterior density on the whole space, one coordinate for each parameter. */
export interface LogPosterior {
  /** Parameters in their order, `psi` last (not for Poisson). */
  readonly names: readonly string[];
  /** Logarithm of prior times likelihood at u, and its slope where asked; −∞ where impossible. */
  evaluate(u: Float64Array, gradient: Float64Array | null): number;
  /** Log-likelihood at the point last evaluated. */
  logLikelihood(): number;
  /** Parameters at u, in the order of `names`. */
  parametersAt(u: Float64Array): Float64Array;
  placeOf(parameters: Readonly<Record<string, number>>): Float64Array;
}

/** The density of a stream's parameters given its counts, from the likelihood of the fit and the priors. */
export function logPosterior(design: StreamDesign, priors: ReadonlyMap<string, Prior>): LogPosterior {
  const packed = packDesign(design);
  const joined = joinLikeSteps(packed);
  const size = packed.names.length;
  const names = packed.family === 'NB2' ? [...packed.names, 'psi'] : packed.names;
  const beliefs = names.map((name) => {
    const prior = priors.get(name);
    if (!prior) throw new Error(`no prior for "${name}"`);
    return prior;
  });
  const theta = new Float64Array(size + 1);
  const slope = new Float64Array(size + 1);
  const chain = new Float64Array(names.length);
  let logLikelihood = NaN;
  return {
    names,
    evaluate(u, gradient) {
      let logPrior = 0;
      for (let j = 0; j < names.length; j++) {
        const at = coordinate(beliefs[j]!, u[j]!);
        logPrior += at.logPrior;
        // The likelihood speaks of ln psi, which is u itself.
        theta[j] = j === size ? u[j]! : at.value;
        chain[j] = j === size ? 1 : at.slope;
        if (gradient) gradient[j] = at.logPriorSlope;
      }
      // The slope needs what `evaluate` leaves behind.
      logLikelihood = joined && !gradient ? joined(theta) : evaluate(packed, theta);
      const sum = logPrior + logLikelihood;
      if (!Number.isFinite(sum)) return -Infinity;
      if (gradient) {
        likelihoodSlope(packed, theta, slope);
        for (let j = 0; j < names.length; j++) gradient[j]! += slope[j]! * chain[j]!;
      }
      return sum;
    },
    logLikelihood: () => logLikelihood,
    parametersAt: (u) => u.map((at, j) => coordinate(beliefs[j]!, at).value),
    placeOf: (parameters) =>
      Float64Array.from(names, (name, j) => placeOnLine(beliefs[j]!, parameters[name] ?? 0)),
  };
}
