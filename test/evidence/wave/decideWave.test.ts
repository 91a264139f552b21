import { describe, expect, test } from 'vitest';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import type { WaveDecision } from '../../../src/evidence/wave/index.ts';
import { fitPlain } from '../../../src/evidence/wave/fitPlain.ts';
import { leadLag } from '../../../src/evidence/wave/leadLag.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { goldenNames, madePair, readGolden, vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

/** Stored optima may be beaten, never missed by more than this. */
const MISSED = 1e-4;

describe.skipIf(goldenNames.length === 0)('golden decisions', () => {
  test.each(goldenNames)('%s', (name) => {
    const { pair, result } = readGolden(name);
    const decision = decideWave(pair, { screen: false });
    const notMissed = (found: number, stored: number): void => expect(found).toBeGreaterThan(stored - MISSED);
    notMissed(decision.plain.logLikelihoodNull, result.plain.null.loglik);
    notMissed(decision.plain.logLikelihoodAlternative, result.plain.alternative.loglik);
    decision.late!.shifts.forEach(({ shift, logLikelihoodNull, logLikelihoodAlternative }) => {
      const stored = result.wave[`M${shift}`]!;
      notMissed(logLikelihoodNull, stored.null.loglik);
      notMissed(logLikelihoodAlternative!, stored.alternative.loglik);
    });
    notMissed(decision.smooth!.logLikelihoodNull, result.smooth.null.loglik_laplace);
    notMissed(decision.smooth!.logLikelihoodAlternative, result.smooth.alternative.loglik_laplace);
    const { tests } = result;
    const ratios = [decision.plain, decision.wave!, decision.smooth!, decision.late!];
    [tests.LR_plain, tests.LR1, tests.LR2, tests.LR3].forEach((stored, k) => {
      expect(Math.abs(ratios[k]!.likelihoodRatio - stored)).toBeLessThan(4 * MISSED);
    });
    const { T4, T5, T6, ...others } = decision.passed;
    expect(others).toEqual({ plain: tests.plain, T1: tests.T1, T2: tests.T2, T3: tests.T3 });
    // T4 to T6 are no part of these cases: they may only veto.
    const vetoed = !(T4 && T5 && T6);
    expect(decision.supported).toBe(tests.supported_by_these_tests && !vetoed);
    expect(decision.supportedStrict).toBe(tests.supported_strict && !vetoed);
    expect(decision.lateAlone!.likelihoodRatio).toBeLessThanOrEqual(decision.late!.likelihoodRatio + 1e-9);
  });

  test.each(goldenNames)('%s: lead-lag contrast', (name) => {
    const { pair, result } = readGolden(name);
    const design = waveDesign(pair);
    const stored = vectorOf(result.plain.null.parameters);
    expect(leadLag(design, stored, 30)!).toBeCloseTo(result.lead_lag_z.block_30, 10);
    expect(leadLag(design, stored, 60)!).toBeCloseTo(result.lead_lag_z.block_60, 10);
    const fitted = fitPlain(design).none;
    expect(leadLag(design, fitted.point, 30)!).toBeCloseTo(result.lead_lag_z.block_30, 6);
  });
});

function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'string') expect(value).not.toMatch(/NaN|undefined|Infinity/);
  else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectFinite);
}

describe('thin records', () => {
  const zeros = (n: number): number[] => Array<number>(n).fill(0);
  const one = (n: number, at: number): number[] => zeros(n).map((_, t) => (t === at ? 1 : 0));
  test.each([
    ['nothing at all', zeros(0), zeros(0), 'record too short'],
    ['three days', [1, 0, 2], [0, 1, 0], 'record too short'],
    ['no triggers', zeros(60), one(60, 30), 'no triggers'],
    ['no responses', one(60, 30), zeros(60), 'no responses'],
    ['two silent streams', zeros(60), zeros(60), 'no triggers'],
    ['one event each in 30 days', one(30, 12), one(30, 14), null],
    ['one event each on the last day', one(30, 29), one(30, 29), null],
    ['everything on one day', one(30, 12).map((x) => 400 * x), one(30, 13).map((x) => 900 * x), null],
  ] as const)('%s', (_, a, b, reason) => {
    for (const screen of [true, false]) {
      const decision = decideWave(madePair(a, b), { screen });
      expect(decision.reason).toBe(reason);
      expectFinite(decision);
      if (reason !== null) {
        expect(decision.passed.plain).toBe(false);
        expect(decision.sentences).toHaveLength(1);
      }
      expect(decision.supported).toBe(decision.supportedStrict && decision.supported);
    }
  });

  test('a record that was never kept', () => {
    const made = makeRecord({ days: 100 }, 1, 'unrecorded');
    const decision = decideWave({ ...made, recordedB: new Uint8Array(100) }, { screen: false });
    expect(decision.reason).toBe('record too short');
    expectFinite(decision);
  });
});

describe('what a decision says', () => {
  const wave = decideWave(makeRecord({ wave: { tau: 10, sd: 1.2 } }, 2, 'a wave'), {
    names: { a: 'strikes', b: 'rockets' },
  });
  const rule = decideWave(makeRecord({ rhoAB: 0.9, days: 500 }, 2, 'a rule'), {
    names: { a: 'strikes', b: 'rockets' },
  });
  const none = decideWave(makeRecord({ days: 500 }, 5, 'no rule'));

  test('a wave is named with its time scale and what could have been seen', () => {
    expect(wave.passed).toEqual({ plain: true, T1: false, T2: null, T3: null, T4: null, T5: null, T6: null });
    expect(wave.screened).toEqual(['T2', 'T3', 'T4', 'T5', 'T6']);
    expect(wave.supported).toBe(false);
    expect(wave.sentences[0]).toMatch(
      /^A wave shared by strikes and rockets, swelling and ebbing over about \d+ days/,
    );
    expect(wave.sentences[1]).toMatch(/^This record could have told them apart at rho ≥ 0\.\d\d\.$/);
    expect(wave.rival).toMatchObject({ kind: 'wave', shift: 0 });
  });

  test('a rule passes every test, prints its rival and what stays open', () => {
    expect(rule.supported).toBe(true);
    expect(rule.screened).toEqual([]);
    expect(rule.sentences[0]).toMatch(/^The strongest rival, a .* fits worse by \d+\.\d\.$/);
    expect(rule.sentences[1]).toMatch(
      /^Still open: a cause that reaches strikes first \(of made records with a wave three days late \d+ of 100 passed, with news \d+\)\.$/,
    );
    expect(rule.wave!.rho).toBeGreaterThan(0.5);
    expect(rule.wave!.rho).toBeLessThan(1.4);
  });

  test('where a wave is left beside the answer incidents coded twice stay open too', () => {
    const both = { rhoAB: 0.7, rhoBA: 0.7, wave: { tau: 30, sd: 1 } };
    const left = decideWave(makeRecord(both, 3, 'a rule under a wave'));
    expect(left.wave!.beside).toBeGreaterThan(4);
    expect(left.supported).toBe(true);
    expect(left.sentences[1]).toMatch(
      /as a wave is left beside it, incidents recorded twice with sides swapped/,
    );
  });

  test('nothing is fitted beyond the plain test where it fails, but the power is known', () => {
    expect(none.passed).toEqual({ plain: false, T1: null, T2: null, T3: null, T4: null, T5: null, T6: null });
    expect(none.screened).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6']);
    expect(none.detectableRho!).toBeGreaterThan(0.1);
    expect(none.detectableRho!).toBeLessThan(1.5);
  });

  test('the same bits come twice', () => {
    const again = decideWave(makeRecord({ rhoAB: 0.9, days: 500 }, 2, 'a rule'), {
      names: { a: 'strikes', b: 'rockets' },
    });
    expect(again).toEqual(rule);
  });
});

describe('what the rule speaks about', () => {
  const made = makeRecord({ rhoAB: 0.8, days: 300, rateA: 0.2 }, 31, 'dated rule');
  const half = made.a.map((_, t) => (t < 150 ? 1 : 0));
  const dated = (active: Uint8Array | null): WaveDecision => decideWave({ ...made, answerActive: active });

  test('only triggers inside its days count', () => {
    const all = new Uint8Array(300).fill(1);
    expect(dated(all)).toEqual(dated(null));
    expect(dated(Uint8Array.from(half)).plain.likelihoodRatio).not.toBe(dated(null).plain.likelihoodRatio);
    expect(dated(new Uint8Array(300)).reason).toBe('no triggers');
  });

  test('a later first lag is the same as zero weights before it', () => {
    const weights = [0.5, 0.3, 0.2];
    const late = decideWave(made, { answerWeights: weights, answerFrom: 4 });
    const padded = decideWave(made, { answerWeights: [0, 0, 0, ...weights] });
    expect(late).toEqual(padded);
    expect(late.plain.likelihoodRatio).not.toBe(
      decideWave(made, { answerWeights: weights }).plain.likelihoodRatio,
    );
  });
});
