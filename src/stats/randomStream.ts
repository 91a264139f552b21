/** Draws in a fixed order; the same (seed, purpose, index) always gives the same ones, whatever else was drawn. */
export interface RandomStream {
  /** In [0, 1), 53 bits. */
  uniform(): number;
  /** Whole number in [0, below). */
  integer(below: number): number;
  normal(): number;
  /** Gamma with the given shape > 0 and scale 1. */
  gamma(shape: number): number;
  poisson(mean: number): number;
  /** NB2: Var = mean + psi·mean²; psi = 0 is Poisson. */
  negativeBinomial(mean: number, psi: number): number;
}

/**
 * A stream of random numbers of its own for every (seed, purpose, index), e.g. (7, 'placebo dates of claim 3', 12).
 * xoshiro128** started from a hash of the three. Sources: blackmanVigna2021; gamma marsagliaTsang2000.
 */
export function randomStream(seed: number, purpose: string, index = 0): RandomStream {
  const bits = generateBits(`${seed}|${index}|${purpose}`);
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  const normal = drawNormals(uniform);
  const gamma = (shape: number) => drawGamma(shape, uniform, normal);
  const poisson = (mean: number) => drawPoisson(mean, uniform, gamma);
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    normal,
    gamma,
    poisson,
    negativeBinomial: (mean, psi) => poisson(psi === 0 || mean === 0 ? mean : gamma(1 / psi) * psi * mean),
  };
}

/** xoshiro128**; its state is filled by a multiplicative hash of the text, so close seeds give unlike streams. */
function generateBits(text: string): () => number {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word++) {
    let hash = 2166136261 ^ Math.imul(word + 1, 0x9e3779b1);
    for (let i = 0; i < text.length; i++)
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    state[word] = hash ^ (hash >>> 16);
  }
  state[0] = (state[0] ?? 0) | 1; // never all zero
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled >>> 0;
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Polar method; the second of each pair is kept for the next call. */
function drawNormals(uniform: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const value = kept;
      kept = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        kept = y * scale;
        return x * scale;
      }
    }
  };
}

function drawGamma(shape: number, uniform: () => number, normal: () => number): number {
  if (!(shape > 0)) throw new Error(`gamma: shape must be positive, got ${shape}`);
  if (shape < 1) return drawGamma(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (!(v > 0)) continue;
    const u = 1 - uniform();
    const square = x * x;
    // The squeeze lies inside the region of acceptance: it spares the logarithms and changes no draw.
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(u) < 0.5 * square + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Products of uniforms below 20; above, one gamma draw splits the process at a random point in time. */
function drawPoisson(mean: number, uniform: () => number, gamma: (shape: number) => number): number {
  if (!(mean >= 0 && mean < 1e15))
    throw new Error(`poisson: mean must be finite and not negative, got ${mean}`);
  let count = 0;
  let left = mean;
  while (left > 20) {
    const jump = Math.floor(left * 0.875);
    const time = gamma(jump);
    if (time > left) return count + drawBinomial(jump - 1, left / time, uniform);
    count += jump;
    left -= time;
  }
  const limit = Math.exp(-left);
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

function drawBinomial(trials: number, probability: number, uniform: () => number): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (uniform() < probability) successes++;
  return successes;
}
