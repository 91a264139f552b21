import type { RandomStream } from '../../stats/index.ts';
import { plainStream } from './plainStream.ts';
import { LEVELS, rouwenhorst, stationaryLaw, waveLevels } from './rouwenhorst.ts';
import type { StreamDesign } from './streamDesign.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WavePair } from './wavePair.ts';

/**
 * Draws a record in which B does not answer A, from the shared wave M(0) at theta: the level of the chain day by day, then
 * every stream given the histories drawn so far. What was not recorded stays so; columns and coverage are those of `pair`.
 */
export function drawPair(
  pair: WavePair,
  design: WaveDesign,
  theta: Float64Array,
  random: RandomStream,
): WavePair {
  const { steps, layout, ownWeights, reverseWeights } = design;
  const zeta = waveLevels();
  const law = stationaryLaw();
  const transition = new Float64Array(LEVELS * LEVELS);
  rouwenhorst(Math.exp(theta[layout.logTau]!), transition);
  const drawA = drawer(design.a, theta, random);
  const drawB = drawer(design.b, theta, random);
  const drawThird = design.third === null ? null : drawer(design.third, theta, random);
  const a = new Float64Array(steps);
  const b = new Float64Array(steps);
  const third = new Float64Array(drawThird === null ? 0 : steps);
  let level = -1;
  for (let t = 0; t < steps; t++) {
    level = level < 0 ? drawLevel(law, 0, random) : drawLevel(transition, level * LEVELS, random);
    const z = zeta[level]!;
    const ofA = theta[layout.ownA]! * history(a, t, ownWeights);
    a[t] = drawA(t, z, ofA + theta[layout.reverse]! * history(b, t, reverseWeights));
    const ofB = theta[layout.ownB]! * history(b, t, ownWeights);
    b[t] = drawB(t, z, ofB + theta[layout.kappa]! * a[t]!);
    if (drawThird !== null) {
      third[t] = drawThird(t, z, theta[layout.ownThird]! * history(third, t, ownWeights));
    }
  }
  return { ...pair, a, b, ...(pair.third ? { third: { ...pair.third, counts: third } } : {}) };
}

/** Draws one day of a stream, given the wave and what is added to the endemic part. */
function drawer(
  stream: StreamDesign,
  theta: Float64Array,
  random: RandomStream,
): (t: number, z: number, added: number) => number {
  const { base } = plainStream(stream).means(theta);
  const psi = Math.exp(theta[stream.place.logPsi]!);
  const loading = theta[stream.place.loading]!;
  return (t, z, added) => {
    if (stream.recorded[t] !== 1) return 0;
    const mean = base[t]! * Math.exp(loading * z) + (stream.coverage?.[t] ?? 1) * added;
    return random.negativeBinomial(mean, psi);
  };
}

function history(counts: Float64Array, t: number, weights: Float64Array): number {
  let sum = 0;
  for (let d = 1; d <= Math.min(weights.length, t); d++) sum += weights[d - 1]! * counts[t - d]!;
  return sum;
}

function drawLevel(law: Float64Array, offset: number, random: RandomStream): number {
  let left = random.uniform();
  for (let i = 0; i < LEVELS - 1; i++) {
    left -= law[offset + i]!;
    if (left < 0) return i;
  }
  return LEVELS - 1;
}
