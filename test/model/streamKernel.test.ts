/** The compiled likelihood of a stream against its formulas, written out plainly. */
import { describe, expect, it } from 'vitest';
import { fitStream, nullModel, trendColumns, type StreamDesign } from '../../src/model/index.ts';
import { leaveStepsOut } from '../../src/model/leaveStepsOut.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { likelihoodSlope } from '../../src/model/likelihoodSlope.ts';
import { packDesign, type PackedDesign } from '../../src/model/packDesign.ts';
import { logFactorial, randomStream, symmetricInverse } from '../../src/stats/index.ts';

const STEPS = 701;
const random = randomStream(3, 'a record for the kernel', 0);
const drawn = (scale: number) => Float64Array.from({ length: STEPS }, () => scale * random.uniform());
/** Gaps of odd lengths, so that stretches of the trend begin and end on odd steps. */
const recorded = new Uint8Array(STEPS).fill(1).fill(0, 0, 13).fill(0, 100, 107).fill(0, 350, 351);
const trend = trendColumns(recorded, { knotSteps: 77 });
const level = { name: 'level', values: Float64Array.from({ length: STEPS }, (_, t) => (t > 400 ? 1 : 0)) };
const whole: StreamDesign = {
  counts: Float64Array.from({ length: STEPS }, (_, t) =>
    t === 90 ? 5000 : random.negativeBinomial(0.6, 0.8),
  ),
  recorded,
  coverage: Float64Array.from({ length: STEPS }, (_, t) => (t < 200 ? 0.4 : 1)),
  endemic: [...trend, level],
  answers: [
    { name: 'own history', x: drawn(0.3) },
    { name: 'rule', x: drawn(1).map((value) => (value < 0.8 ? 0 : value)) },
  ],
  modifiers: [
    { name: 'shift', z: drawn(1) },
    { name: 'truce', z: Float64Array.from({ length: STEPS }, (_, t) => (t % 90 < 20 ? 1 : 0)) },
  ],
  family: 'NB2',
};
const cases: readonly (readonly [string, StreamDesign, number])[] = [
  ['everything', whole, Math.log(0.7)],
  ['hardly any overdispersion', whole, -12],
  ['much overdispersion', whole, 3],
  ['Poisson', { ...whole, family: 'Poisson' }, 0],
  ['a level alone', { ...whole, endemic: [trend[0]!], answers: [], modifiers: [] }, -0.5],
  [
    'many columns outside a basis',
    { ...whole, endemic: trend.map(({ local: _, ...column }) => column) },
    0.3,
  ],
  ['answers without modifiers', { ...whole, modifiers: [] }, 0.3],
  ['modifiers without answers', { ...whole, answers: [] }, 0.3],
];

function pointOf(design: StreamDesign, logPsi: number): Float64Array {
  const endemic = design.endemic.map((_, j) => (j === 0 ? -0.6 : 0.5 - random.uniform()));
  return Float64Array.from([
    ...endemic,
    ...design.answers.map(() => 0.05 + 0.4 * random.uniform()),
    ...design.modifiers.map(() => 0.5 - random.uniform()),
    logPsi,
  ]);
}

/** Value, gradient and curvature of every recorded step, one after the other, as the head of likelihood.ts says. */
function plainly(design: StreamDesign, theta: Float64Array, expected: boolean) {
  const width = theta.length;
  const psi = design.family === 'NB2' ? Math.exp(theta[width - 1]!) : 0;
  const [endemic, answered] = [design.endemic.length, design.endemic.length + design.answers.length];
  const columns = [
    ...design.endemic.map(({ values }) => values),
    ...design.answers.map(({ x }) => x),
    ...design.modifiers.map(({ z }) => z),
  ];
  let value = 0;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (let t = 0; t < STEPS; t++) {
    if (!design.recorded[t]) continue;
    const sum = (from: number, to: number) => {
      let all = 0;
      for (let j = from; j < to; j++) all += theta[j]! * columns[j]![t]!;
      return all;
    };
    const h = design.coverage[t]! * Math.exp(sum(answered, width - 1));
    const e = h * Math.exp(sum(0, endemic));
    const mu = e + h * sum(endemic, answered);
    const y = design.counts[t]!;
    let [rising, risingSlope, risingBend] = [0, 0, 0];
    for (let j = 0; j < y; j++) {
      const share = (psi * j) / (1 + psi * j);
      rising += Math.log1p(psi * j);
      risingSlope += share;
      risingBend += share / (1 + psi * j);
    }
    const own = psi === 0 ? mu : (y + 1 / psi) * Math.log1p(psi * mu);
    value += rising - logFactorial(y) + y * Math.log(mu) - own;
    const spread = 1 + psi * mu;
    const a = (y - mu) / (mu * spread);
    const b = expected ? 1 / (mu * spread) : y / mu ** 2 - (psi * (1 + psi * y)) / spread ** 2;
    const kind = (j: number) => {
      if (j < endemic) return e;
      return j < answered ? h : mu;
    };
    const slope = columns.map((column, j) => kind(j) * column[t]!);
    for (let j = 0; j < width - 1; j++) {
      gradient[j]! += a * slope[j]!;
      for (let k = 0; k <= j; k++) {
        const isBent = j >= answered || j < endemic;
        const bend = isBent ? kind(Math.min(j, k)) * columns[j]![t]! * columns[k]![t]! : 0;
        curvature[j * width + k]! += b * slope[j]! * slope[k]! - (expected ? 0 : a * bend);
      }
      if (psi > 0 && !expected)
        curvature[(width - 1) * width + j]! += ((psi * (y - mu)) / spread ** 2) * slope[j]!;
    }
    if (psi === 0) continue;
    const share = Math.log1p(psi * mu) / psi;
    gradient[width - 1]! += risingSlope + share - ((1 + psi * y) * mu) / spread;
    curvature[width * width - 1]! += share - mu / spread + (mu * psi * (y - mu)) / spread ** 2 - risingBend;
  }
  for (let j = 0; j < width; j++)
    for (let k = 0; k < j; k++) curvature[k * width + j] = curvature[j * width + k]!;
  return { value, gradient, curvature };
}

function found(packed: PackedDesign, theta: Float64Array, expected: boolean) {
  const value = evaluate(packed, theta);
  const gradient = new Float64Array(theta.length);
  const curvature = new Float64Array(theta.length ** 2);
  differentiate(packed, theta, expected, gradient, curvature);
  const slope = new Float64Array(theta.length);
  likelihoodSlope(packed, theta, slope);
  return { value, gradient, curvature, slope };
}

/** Differences are measured by the root of the diagonal, so that an entry of nearly 0 is held to its neighbours. */
function expectClose(a: Float64Array, b: Float64Array, scale: number): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, k) => expect(Math.abs(value - b[k]!), `entry ${k}`).toBeLessThan(1e-10 * scale));
}

describe.each(cases)('%s', (_, design, logPsi) => {
  const theta = pointOf(design, logPsi);

  it.each([true, false])('has the value and the derivatives of the formula (expected: %s)', (expected) => {
    const plain = plainly(design, theta, expected);
    const compiled = found(packDesign(design), theta, expected);
    expect(Math.abs(compiled.value - plain.value)).toBeLessThan(1e-10 * Math.abs(plain.value));
    const largest = (values: Float64Array) => values.reduce((most, one) => Math.max(most, Math.abs(one)), 1);
    expectClose(compiled.gradient, plain.gradient, largest(plain.gradient));
    expectClose(compiled.slope, plain.gradient, largest(plain.gradient));
    expectClose(compiled.curvature, plain.curvature, largest(plain.curvature));
  });

  it('without some steps is the likelihood of the rest, and whole again afterwards', () => {
    const packed = packDesign(design);
    const before = found(packed, theta, false);
    for (const steps of [[0], [1, 2, 3, 77, 300], Array.from({ length: 40 }, (__, k) => 80 + k)]) {
      const left = new Set(steps.map((i) => packed.at[i]!));
      const rest = { ...design, recorded: recorded.map((on, t) => (left.has(t) ? 0 : on)) };
      const apart = found(packDesign(rest), theta, false);
      const within = found(leaveStepsOut(packed, steps), theta, false);
      expect(Math.abs(within.value - apart.value)).toBeLessThan(1e-10 * Math.abs(before.value));
      const scale = Math.max(...before.curvature.map(Math.abs));
      expectClose(within.slope, apart.slope, scale);
      expectClose(within.curvature, apart.curvature, scale);
      expect(within.value).not.toBe(before.value);
    }
    expect(found(packed, theta, false)).toEqual(before);
  });
});

it('designs that share the memory do not disturb each other', () => {
  const designs = cases.map(([, design, logPsi]) => ({
    packed: packDesign(design),
    theta: pointOf(design, logPsi),
  }));
  const alone = designs.map(({ packed, theta }) => found(packed, theta, false));
  designs.forEach(({ packed, theta }) => evaluate(packed, theta));
  // Asked of each when all the others have been evaluated after it.
  designs.forEach(({ packed, theta }, k) => {
    const gradient = new Float64Array(theta.length);
    const curvature = new Float64Array(theta.length ** 2);
    differentiate(packed, theta, false, gradient, curvature);
    expect({ gradient, curvature }).toEqual({ gradient: alone[k]!.gradient, curvature: alone[k]!.curvature });
  });
});

it('has no value where a parameter is no number or an event has no rate', () => {
  const packed = packDesign(whole);
  const theta = pointOf(whole, 0);
  for (const k of theta.keys()) {
    const broken = theta.map((value, j) => (j === k ? NaN : value));
    expect(evaluate(packed, broken), `parameter ${k}`).toBe(-Infinity);
  }
  const silent = packDesign({ ...whole, endemic: [] });
  expect(evaluate(silent, new Float64Array(silent.names.length + 1))).toBe(-Infinity);
  for (const far of [-900, -60, 60, 900]) {
    const value = evaluate(
      packed,
      theta.map((one, j) => (j === 0 ? far : one)),
    );
    expect(Number.isFinite(value), `a level of ${far}`).toBe(true);
    expect(value).toBeLessThan(evaluate(packed, theta) - 1000);
  }
});

it.each(['answer', 'modifier'] as const)('tests an added %s as the whole curvature says', (kind) => {
  const design: StreamDesign = { ...whole, modifiers: whole.modifiers.slice(0, 1) };
  const fit = fitStream(design);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  const column = drawn(1).map((value) => (value < 0.5 ? 0 : value));
  const model = nullModel(design, fit);
  // The other kind is asked first: what the two have prepared must not be mixed up.
  const [, score] =
    kind === 'answer'
      ? [model.modifier(column), model.answer(column)]
      : [model.answer(column), model.modifier(column)];
  const added =
    kind === 'answer'
      ? { ...design, answers: [...design.answers, { name: 'added', x: column }] }
      : { ...design, modifiers: [...design.modifiers, { name: 'added', z: column }] };
  const { names } = packDesign(added);
  const theta = Float64Array.from([...names.map((name) => fit.parameters[name] ?? 0), Math.log(fit.psi)]);
  const { gradient, curvature } = plainly(added, theta, true);
  const at = names.indexOf('added');
  const others = names.flatMap((name, j) => (j !== at && fit.standardErrors[name] !== null ? [j] : []));
  const width = theta.length;
  const inner = Float64Array.from({ length: others.length ** 2 }, (_, k) => {
    const [j, i] = [others[Math.floor(k / others.length)]!, others[k % others.length]!];
    const bend = design.endemic[j]?.penaltyGroup && i === j ? fit.smoothing['trend']! : 0;
    return curvature[j * width + i]! + bend;
  });
  const inverse = symmetricInverse(inner, others.length)!;
  let information = curvature[at * width + at]!;
  others.forEach((j, a) =>
    others.forEach((i, b) => {
      information -=
        curvature[at * width + j]! * inverse[a * others.length + b]! * curvature[at * width + i]!;
    }),
  );
  expect(score.gradient / gradient[at]!).toBeCloseTo(1, 9);
  expect(score.information / information).toBeCloseTo(1, 8);
});
