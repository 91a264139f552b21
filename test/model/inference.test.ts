/** Intervals, tests and information of the stream model, against each other and against made records. */
import { describe, expect, it } from 'vitest';
import {
  fitStream,
  likelihoodRatioTest,
  nullModel,
  profileInterval,
  sandwichErrors,
  type StreamFit,
} from '../../src/model/index.ts';
import { chiSquareQuantile, clopperPearsonInterval } from '../../src/stats/index.ts';
import { makeDesign, usual, withoutAnswer } from './madeRecords.ts';

const design = makeDesign(usual, 21);

function fitOf(one = design): StreamFit {
  const fit = fitStream(one);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return fit;
}

/** A share that a procedure of the nominal share passes 999 times in 1,000. */
function expectShare(hits: number, of: number, nominal: number) {
  const { lower, upper } = clopperPearsonInterval(hits, of, 0.999);
  expect(lower, `${hits} of ${of}`).toBeLessThanOrEqual(nominal);
  expect(upper, `${hits} of ${of}`).toBeGreaterThanOrEqual(nominal);
}

describe('profile intervals', () => {
  it.each(['answers', 'truce', 'trend', 'intercept'])(
    'end where the profile has fallen far enough: %s',
    (name) => {
      const fit = fitOf();
      const interval = profileInterval(design, fit, name, 0.9)!;
      expect(interval.lower).toBeLessThan(interval.estimate);
      for (const end of [interval.lower, interval.upper]) {
        if (end === 0 && name === 'answers') continue;
        const held = fitStream(design, { fixed: { [name]: end }, smoothing: fit.smoothing });
        if (held.kind === 'failed') throw new Error(held.detail);
        const fall = 2 * (fit.penalisedLogLikelihood - held.penalisedLogLikelihood);
        expect(fall).toBeCloseTo(chiSquareQuantile(0.9, 1), 3);
      }
    },
  );

  it('begin at 0 where no rule is inside, and have no lower end where a truce is silent', () => {
    const none = makeDesign({ ...usual, rho: 0 }, 3);
    const interval = profileInterval(none, fitOf(none), 'answers')!;
    expect(interval.lower).toBe(0);
    expect(interval.upper).toBeGreaterThan(interval.estimate);
    const silent = {
      ...design,
      counts: design.counts.map((count, t) => (design.modifiers[0]!.z[t] ? 0 : count)),
    };
    const truce = profileInterval(silent, fitOf(silent), 'truce')!;
    expect(truce.lower).toBe(-Infinity);
    expect(truce.upper).toBeLessThan(-1);
  });

  it('refuse names that are not there', () => {
    expect(() => profileInterval(design, fitOf(), 'answer')).toThrow('answer');
    expect(() => likelihoodRatioTest(design, 'answer')).toThrow('answer');
  });
});

describe('tests of one parameter', () => {
  it('the likelihood ratio and the score of the null agree where effects are small', () => {
    for (let replicate = 0; replicate < 5; replicate++) {
      const record = makeDesign({ ...usual, rho: 0.1 }, 31, replicate);
      const tested = likelihoodRatioTest(record, 'answers');
      const nuisance = withoutAnswer(record, 'answers');
      const nullFit = fitStream(nuisance);
      if (tested.kind === 'failed' || nullFit.kind === 'failed') throw new Error('not fitted');
      const score = nullModel(nuisance, nullFit).answer(record.answers[0]!.x);
      expect(Math.abs(Math.sqrt(tested.likelihoodRatio) - Math.max(0, score.z!))).toBeLessThan(0.5);
      expect(Math.abs(score.oneStep! - tested.fit.parameters['answers']!)).toBeLessThan(0.1);
    }
  });

  it('information of an added term is that of the fit which holds it at 0', () => {
    const tested = likelihoodRatioTest(design, 'truce');
    const bare = { ...design, modifiers: [] };
    if (tested.kind === 'failed') throw new Error('not fitted');
    const nullFit = fitStream(bare, { smoothing: tested.nullFit.smoothing });
    if (nullFit.kind === 'failed') throw new Error('not fitted');
    const { information, gradient } = nullModel(bare, nullFit).modifier(design.modifiers[0]!.z);
    const held = fitStream(design, { fixed: { truce: 0 }, smoothing: nullFit.smoothing });
    if (held.kind === 'failed') throw new Error('not fitted');
    // The same by the whole information matrix: 1 / its inverse at the added term.
    const size = held.names.length;
    const last = size - 1;
    const rows = Array.from({ length: size }, (_, i) => [
      ...held.information.slice(i * size, (i + 1) * size),
    ]);
    for (let pivot = 0; pivot < last; pivot++) {
      for (let i = pivot + 1; i < size; i++) {
        const share = rows[i]![pivot]! / rows[pivot]![pivot]!;
        rows[i] = rows[i]!.map((value, j) => value - share * rows[pivot]![j]!);
      }
    }
    expect(information / rows[last]![last]!).toBeCloseTo(1, 5);
    expect(Number.isFinite(gradient)).toBe(true);
  });

  it('a column that the nuisance already holds has no information', () => {
    const fit = fitOf();
    const model = nullModel(design, fit);
    expect(model.modifier(design.modifiers[0]!.z)).toMatchObject({ information: 0, z: null, oneStep: null });
    expect(model.answer(new Float64Array(usual.steps))).toMatchObject({ information: 0, z: null });
  });

  it('sandwich errors are near the model’s where the model is right', () => {
    const long = makeDesign({ ...usual, steps: 4000 }, 5);
    const fit = fitOf(long);
    const errors = sandwichErrors(long, fit, 14);
    for (const name of ['answers', 'own', 'truce']) {
      expect(Math.abs(Math.log(errors[name]! / fit.standardErrors[name]!))).toBeLessThan(0.35);
    }
  });
});

describe('made records', () => {
  it('200 intervals of 95 % hold the truth, and 200 tests of a true null reject one in twenty', () => {
    const records = 200;
    let held = 0;
    let truceHeld = 0;
    let rejected = 0;
    for (let replicate = 0; replicate < records; replicate++) {
      const record = makeDesign({ ...usual, steps: 500 }, 41, replicate);
      const fit = fitOf(record);
      const rho = profileInterval(record, fit, 'answers')!;
      const gamma = profileInterval(record, fit, 'truce')!;
      if (rho.lower <= usual.rho && usual.rho <= rho.upper) held++;
      if (gamma.lower <= usual.gamma && usual.gamma <= gamma.upper) truceHeld++;
      const none = likelihoodRatioTest(
        makeDesign({ ...usual, steps: 500, rho: 0 }, 42, replicate),
        'answers',
      );
      if (none.kind === 'tested' && none.pValue <= 0.05) rejected++;
    }
    expectShare(held, records, 0.95);
    expectShare(truceHeld, records, 0.95);
    expectShare(rejected, records, 0.05);
  });
});
