import type { SmoothLikelihood } from './smoothWave.ts';

interface Evaluation {
  readonly theta: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array | null;
}

/**
 * The same likelihood, which does not search again where it is asked about a point from the very course that it found for
 * that point: so begins every climb that goes on from the end of another one.
 */
export function rememberCourses(likelihood: SmoothLikelihood): SmoothLikelihood {
  const known = new WeakMap<Float64Array, Evaluation>();
  let last: Evaluation | null = null;
  let begun: Evaluation | null = null;
  const evaluate = (theta: Float64Array, gradient: Float64Array | null): number => {
    const found = begun;
    begun = null;
    const isSame = found !== null && theta.every((value, k) => value === found.theta[k]);
    if (isSame && (gradient === null || found.gradient !== null)) {
      if (gradient !== null) gradient.set(found.gradient!);
      last = found;
      return found.value;
    }
    const value = likelihood(theta, gradient);
    last = { theta: theta.slice(), value, gradient: gradient?.slice() ?? null };
    return value;
  };
  return Object.assign(evaluate, {
    place: () => {
      const place = likelihood.place();
      if (last !== null) known.set(place, last);
      return place;
    },
    beginAt: (place: Float64Array | null) => {
      likelihood.beginAt(place);
      begun = place === null ? null : (known.get(place) ?? null);
    },
    modeSteps: likelihood.modeSteps,
  });
}
