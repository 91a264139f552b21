import { describe, expect, it } from 'vitest';
import {
  fitStream,
  trendColumns,
  type Fit,
  type StreamDesign,
  type StreamFit,
} from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { makeDesign, truceWindow, usual, withoutAnswer } from './madeRecords.ts';

function mustFit(fit: Fit): StreamFit {
  if (fit.kind === 'failed') throw new Error(`${fit.reason}: ${fit.detail}`);
  return fit;
}

const design = makeDesign(usual, 1);
const fit = mustFit(fitStream(design));

describe('a fit', () => {
  it('finds what was put in, within its errors', () => {
    const long = mustFit(fitStream(makeDesign({ ...usual, steps: 6000 }, 8)));
    const truth: Record<string, number> = { answers: 0.3, own: 0.15, truce: -0.5 };
    for (const [name, value] of Object.entries(truth)) {
      expect(Math.abs(long.parameters[name]! - value)).toBeLessThan(3.5 * long.standardErrors[name]!);
    }
    expect(Math.abs(Math.log(long.psi / 0.5))).toBeLessThan(0.3);
  });

  it('is at the top: moving any parameter lowers the penalised likelihood', () => {
    for (const name of fit.names) {
      for (const by of [-0.01, 0.01]) {
        const value = fit.parameters[name]! + by;
        if (value < 0 && ['answers', 'own'].includes(name)) continue;
        const moved = mustFit(
          fitStream(design, { fixed: { [name]: value }, smoothing: fit.smoothing, start: fit }),
        );
        expect(moved.penalisedLogLikelihood).toBeLessThan(fit.penalisedLogLikelihood);
      }
    }
    expect(fit.gradientNorm).toBeLessThan(1e-4);
  });

  it('expects as many events as there were', () => {
    const seen = design.counts.reduce((sum, count, t) => sum + count * design.recorded[t]!, 0);
    const expected = fit.mean.reduce((sum, mean, t) => sum + mean * design.recorded[t]!, 0);
    expect(Math.abs(expected / seen - 1)).toBeLessThan(0.1);
  });

  it('does not depend on the order of the terms, nor on where it starts', () => {
    const turned: StreamDesign = {
      ...design,
      endemic: [...design.endemic].reverse(),
      answers: [...design.answers].reverse(),
    };
    const other = mustFit(fitStream(turned, { smoothing: fit.smoothing }));
    expect(other.penalisedLogLikelihood).toBeCloseTo(fit.penalisedLogLikelihood, 7);
    for (const name of fit.names) expect(other.parameters[name]).toBeCloseTo(fit.parameters[name]!, 4);
    const same = mustFit(fitStream(design, { start: fit, smoothing: fit.smoothing }));
    expect(same.penalisedLogLikelihood).toBeCloseTo(fit.penalisedLogLikelihood, 9);
  });

  it('a rule with rho 0 changes nothing', () => {
    const held = mustFit(fitStream(design, { fixed: { answers: 0 }, smoothing: fit.smoothing }));
    const left = mustFit(fitStream(withoutAnswer(design, 'answers'), { smoothing: fit.smoothing }));
    expect(held.penalisedLogLikelihood).toBeCloseTo(left.penalisedLogLikelihood, 8);
  });

  it('a gate that never closes changes nothing', () => {
    const open = { name: 'gate', z: new Float64Array(usual.steps).fill(0.25) };
    const gated = {
      ...withoutAnswer(withoutAnswer(design, 'answers'), 'own'),
      modifiers: [...design.modifiers, open],
    };
    const free = { ...gated, modifiers: design.modifiers };
    const held = mustFit(fitStream(gated, { smoothing: { trend: 3 }, fixed: { gate: 0 } }));
    expect(held.logLikelihood).toBeCloseTo(
      mustFit(fitStream(free, { smoothing: { trend: 3 } })).logLikelihood,
      8,
    );
    // Beside an intercept it says the same thing twice: the fit says so.
    const twice = fitStream(gated, { smoothing: { trend: 3 } });
    expect(twice).toMatchObject({ kind: 'failed', reason: 'parameters cannot be told apart' });
  });

  it('a rule split by regime with equal strength is the rule itself', () => {
    const [answers, own] = design.answers;
    const early = answers!.x.map((value, t) => (t < 400 ? value : 0));
    const late = answers!.x.map((value, t) => (t < 400 ? 0 : value));
    const split = {
      ...design,
      answers: [{ name: 'early', x: early }, { name: 'late', x: late }, own!],
    };
    const rho = fit.parameters['answers']!;
    const equal = mustFit(fitStream(split, { fixed: { early: rho, late: rho }, smoothing: fit.smoothing }));
    expect(equal.penalisedLogLikelihood).toBeCloseTo(fit.penalisedLogLikelihood, 7);
    const free = mustFit(fitStream(split, { smoothing: fit.smoothing }));
    expect(free.penalisedLogLikelihood).toBeGreaterThanOrEqual(fit.penalisedLogLikelihood - 1e-8);
  });

  it('masked steps do not speak', () => {
    const recorded = design.recorded.map((one, t) => (t > 200 && t < 260 ? 0 : one));
    const wild = design.counts.map((count, t) => (t > 200 && t < 260 ? 99 : count));
    const calm = mustFit(fitStream({ ...design, recorded }));
    const loud = mustFit(fitStream({ ...design, recorded, counts: wild }));
    expect(loud.logLikelihood).toBe(calm.logLikelihood);
  });

  it('coverage scales the mean: half the record of twice the rate', () => {
    const one = [{ name: 'intercept', values: new Float64Array(usual.steps).fill(1) }];
    const simple = { ...design, endemic: one, answers: [], modifiers: [] };
    const full = mustFit(fitStream(simple));
    const half = mustFit(fitStream({ ...simple, coverage: design.coverage.map(() => 0.5) }));
    expect(half.logLikelihood).toBeCloseTo(full.logLikelihood, 8);
    expect(half.parameters['intercept']! - full.parameters['intercept']!).toBeCloseTo(Math.LN2, 6);
  });
});

describe('sparse and strange records', () => {
  const plain = (counts: Float64Array): StreamDesign => ({
    counts,
    recorded: new Uint8Array(counts.length).fill(1),
    coverage: new Float64Array(counts.length).fill(1),
    endemic: trendColumns(new Uint8Array(counts.length).fill(1)),
    answers: [],
    modifiers: [],
    family: 'NB2',
  });

  it('fail as values with advice', () => {
    const nothing = { ...design, recorded: new Uint8Array(usual.steps) };
    expect(fitStream(nothing)).toMatchObject({ kind: 'failed', reason: 'nothing recorded' });
    expect(fitStream(plain(new Float64Array(400)))).toMatchObject({ kind: 'failed', reason: 'no events' });
    const brief = { ...design, recorded: design.recorded.map((_, t) => (t > 720 ? 1 : 0)) };
    const short = { ...brief, counts: design.counts.map(() => 1) };
    expect(fitStream(short)).toMatchObject({ kind: 'failed', reason: 'too few steps' });
    const silent = { ...design, answers: [{ name: 'never', x: new Float64Array(usual.steps) }] };
    const failed = fitStream(silent);
    expect(failed).toMatchObject({ kind: 'failed', reason: 'parameters cannot be told apart' });
    if (failed.kind === 'failed') expect(failed.detail).toContain('never');
  });

  it('one event is enough for a level', () => {
    const counts = new Float64Array(400);
    counts[17] = 1;
    const one = mustFit(
      fitStream({
        ...plain(counts),
        endemic: [{ name: 'intercept', values: new Float64Array(400).fill(1) }],
      }),
    );
    expect(one.parameters['intercept']).toBeCloseTo(-Math.log(400), 2);
    expect(one.atBound).toEqual(['psi']);
  });

  it('a silent truce runs to the bound and says so', () => {
    const window = truceWindow(usual.steps);
    const counts = design.counts.map((count, t) => (window[t] ? 0 : count));
    const silenced = mustFit(fitStream({ ...design, counts }));
    expect(silenced.atBound).toContain('truce');
    expect(silenced.standardErrors['truce']).toBeNull();
  });

  it('never yield NaN, and nearly always a fit', () => {
    let fits = 0;
    for (let replicate = 0; replicate < 120; replicate++) {
      const random = randomStream(12, 'strange records', replicate);
      const steps = 60 + random.integer(500);
      const rate = Math.exp(-6 + 6 * random.uniform());
      const made = makeDesign({ ...usual, steps, rho: 0 }, 13, replicate);
      const counts = made.counts.map(() => random.negativeBinomial(rate, 3));
      counts[random.integer(steps)] = [1, 0, 500, 1e5][replicate % 4]!;
      const result = fitStream({
        ...made,
        counts,
        recorded: made.recorded.map((one) => (random.uniform() < 0.9 ? one : 0)),
      });
      if (result.kind === 'failed') {
        expect(result.advice.length).toBeGreaterThan(10);
        continue;
      }
      fits++;
      expect(
        [...result.values, ...result.mean, result.psi, result.logLikelihood].every(Number.isFinite),
      ).toBe(true);
    }
    expect(fits).toBeGreaterThan(100);
  });
});

describe('the penalised trend', () => {
  // R 4.2.2, mgcv 1.8-41: gam(y ~ s(t, bs = "ps", k = segments + 3, m = c(2, 2)), nb(), "REML"), knots as ours.
  it.each([
    { id: 1, steps: 1461, psi: 0.4, swing: 1, level: -0.5, edf: 9.670038, logLikelihood: -1711.998 },
    { id: 2, steps: 800, psi: 1, swing: 0.5, level: 0.3, edf: 6.490339, logLikelihood: -1345.461 },
    { id: 3, steps: 2000, psi: 0.2, swing: 0, level: -1, edf: 2.00128, logLikelihood: -1613.466 },
    { id: 4, steps: 1200, psi: 0.5, swing: 1.5, level: -1.5, edf: 9.103805, logLikelihood: -914.9968 },
  ])('is as smooth as the marginal likelihood of another program makes it: $id', (made) => {
    const random = randomStream(9, 't', made.id);
    const wave = (t: number) => made.swing * Math.sin(((2 * Math.PI * t) / made.steps) * 1.7);
    const counts = Float64Array.from({ length: made.steps }, (_, t) =>
      random.negativeBinomial(Math.exp(made.level + wave(t)), made.psi),
    );
    const recorded = new Uint8Array(made.steps).fill(1);
    const coverage = new Float64Array(made.steps).fill(1);
    const endemic = trendColumns(recorded);
    const smooth = mustFit(
      fitStream({ counts, recorded, coverage, endemic, answers: [], modifiers: [], family: 'NB2' }),
    );
    expect(Math.abs(smooth.effectiveParameters - made.edf)).toBeLessThan(0.02);
    expect(Math.abs(smooth.logLikelihood - made.logLikelihood)).toBeLessThan(0.03);
  });
});
