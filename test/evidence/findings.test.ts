import { describe, expect, it } from 'vitest';
import {
  correctMultiplicity,
  THRESHOLDS,
  type Guard,
  type Judgement,
  type Verdict,
} from '../../src/evidence/index.ts';
import type { AnswerEvidence } from '../../src/evidence/judge/answerEvidence.ts';
import { decideAnswer, decideNoExtra } from '../../src/evidence/judge/answerFinding.ts';
import { decideRate, decideSize } from '../../src/evidence/judge/rateFinding.ts';
import { powerOfAnswer, powerOfRatio } from '../../src/evidence/power.ts';

const BY = { kind: 'by', at: { start: 0, end: 0, line: 1, column: 1 }, half: false } as const;

describe('the finding of an answer', () => {
  const share = { triggers: 40, answered: 30, byChance: 12, incomplete: 0, sameDay: 0 };
  const passed = { plain: true, T1: true, T2: true, T3: true, T4: true, T5: true, T6: true };
  interface Made {
    readonly fit?: object;
    readonly passed?: object;
    readonly guards?: readonly Guard[];
    readonly readings?: AnswerEvidence['readings'];
    readonly share?: object;
    readonly information?: number;
    readonly excludes?: number;
    readonly opposite?: boolean | null;
  }
  // Only what a finding is drawn from; the fit and the wave hold much more.
  const evidence = (made: Made = {}): AnswerEvidence =>
    ({
      share: { ...share, ...made.share },
      trigger: 'trigger',
      fit: { kind: 'fitted', rho: 0.5, lower: 0.3, upper: 0.7, pValue: 0.001, ...made.fit },
      wave: { passed: { ...passed, ...made.passed }, sentences: [] },
      power: powerOfAnswer(made.information ?? 100, 0.1, 1e6),
      excludes: made.excludes ?? 0.2,
      opposite:
        made.opposite === undefined ? null : { name: 'opposite wave', passed: made.opposite, detail: 'why' },
      smallestAnswer: 0.1,
      guards: made.guards ?? [],
      readings: made.readings ?? [],
    }) as unknown as AnswerEvidence;
  const answer = (made?: Made) =>
    `${decideAnswer(evidence(made)).finding}, ${decideAnswer(evidence(made)).reason}`;
  const noExtra = (made?: Made) =>
    `${decideNoExtra(evidence(made)).finding}, ${decideNoExtra(evidence(made)).reason}`;
  const nothing = { rho: 0.01, lower: 0, upper: 0.05, pValue: 0.4 };
  const strong = 5000;

  it('is supported only where the plain test and all wave tests pass', () => {
    expect(answer()).toBe('supported, null');
    for (const test of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6']) {
      for (const result of [false, null]) {
        expect(answer({ passed: { [test]: result } }), `${test} ${result}`).toMatch(
          /^not separable, .*wave.*/,
        );
        expect(answer({ passed: { [test]: result } })).toContain(test);
      }
    }
    expect(
      answer({ passed: { plain: false, T1: null, T2: null, T3: null, T4: null, T5: null, T6: null } }),
    ).toMatch(/^too few events/);
    expect(answer({ fit: { pValue: 0.051 } })).toMatch(/^too few events/);
  });

  it.each([
    'beyond the first two days',
    'triggers alone on their day',
    'without the busiest days',
    'without any one month',
    'how the record was collected',
  ])('is not separable where the guard "%s" fails', (name) => {
    const guard = (result: boolean | null): Guard => ({ name, passed: result, value: null, detail: 'why' });
    expect(answer({ guards: [guard(false)] })).toBe(`not separable, ${name}`);
    expect(answer({ guards: [guard(null)] })).toBe('supported, null');
    expect(answer({ guards: [guard(true)] })).toBe('supported, null');
  });

  it('is disputed where a reading turns, and says whether it turns on who did it', () => {
    const reading = (attribution: boolean) => ({
      name: 'another',
      about: attribution ? ('doers' as const) : ('days' as const),
      attribution,
      rho: 0,
      turned: true,
    });
    expect(answer({ readings: [reading(true)] })).toMatch(/^disputed/);
    expect(decideAnswer(evidence({ readings: [reading(true)] })).attribution).toContain('another');
    expect(decideAnswer(evidence({ readings: [reading(false)] })).attribution).toBeNull();
    expect(answer({ readings: [{ ...reading(true), turned: false }] })).toBe('supported, null');
  });

  it('says of every reading that turns what was found there, and does not take a weak period for a choice', () => {
    const once = {
      name: 'duplicates once',
      about: 'duplicates' as const,
      attribution: false,
      rho: 0.04,
      turned: true,
    };
    const year = { ...once, name: 'Year21 alone', about: 'period' as const, rho: 0 };
    const alone = { ...year, alone: { triggers: 33, upper: 0.21 } };
    const { timing } = decideAnswer(evidence({ readings: [alone] }));
    expect(timing).toMatch(
      /It does not hold in every declared period: 0\.00 extra per trigger with Year21 alone \(33 triggers, interval up to 0\.21\)\.$/,
    );
    expect(timing).not.toContain('choice');
    expect(decideAnswer(evidence({ readings: [once, alone] })).timing).toContain(
      'The finding turns on a choice: it does not stand with duplicates once (0.04 extra per trigger). It does not',
    );
  });

  it('needs an effect of interest', () => {
    expect(answer({ fit: { rho: 0.05, lower: 0.01, upper: 0.2 } })).toBe(
      'not separable, below the smallest effect',
    );
    const ruledOut = { rho: 0.05, lower: 0.01, upper: 0.09 };
    expect(answer({ fit: ruledOut, excludes: 0.9 })).toBe('contradicted, below the smallest effect');
    expect(answer({ fit: ruledOut, excludes: 0.7 })).toBe('not separable, below the smallest effect');
    // A wave may explain what little there is: an answer of interest is ruled out all the same.
    expect(answer({ fit: ruledOut, excludes: 0.9, passed: { T1: false } })).toMatch(/^contradicted/);
  });

  it('of nothing found is a contradiction only where the record could have ruled an answer out', () => {
    expect(answer({ fit: nothing, excludes: 0.8 })).toBe('contradicted, null');
    expect(answer({ fit: nothing, excludes: 0.79 })).toBe('too few events, null');
    expect(answer({ fit: nothing })).toBe('too few events, null');
    expect(answer({ fit: { ...nothing, upper: 0.3 }, information: strong, excludes: 1 })).toBe(
      'too few events, interval too wide',
    );
    expect(answer({ fit: nothing, share: { byChance: 39 } })).toBe('not separable, window always holds one');
    expect(answer({ fit: nothing, share: { byChance: 37 } })).toBe('too few events, null');
  });

  it('"no extra" is supported by exclusion with power, contradicted by an answer, else open', () => {
    expect(noExtra({ fit: nothing, excludes: 0.8 })).toBe('supported, equivalence');
    expect(noExtra()).toBe('contradicted, null');
    expect(noExtra({ fit: nothing })).toBe('too few events, null');
    expect(noExtra({ passed: { T3: false } })).toMatch(/^not separable/);
    // Whatever explains the little that is there.
    const little = { rho: 0.05, lower: 0.01, upper: 0.09 };
    expect(noExtra({ fit: little, excludes: 0.9, passed: { T1: false } })).toBe('supported, equivalence');
    expect(noExtra({ fit: little, excludes: 0.7 })).toBe('not separable, below the smallest effect');
  });

  it('denies nothing where a wave that moves the sides against each other may hide an answer', () => {
    const hidden = { fit: nothing, excludes: 0.9, opposite: false };
    expect(answer(hidden)).toBe('not separable, opposite wave');
    expect(noExtra(hidden)).toBe('not separable, opposite wave');
    for (const opposite of [true, null]) {
      expect(answer({ ...hidden, opposite })).toBe('contradicted, null');
      expect(noExtra({ ...hidden, opposite })).toBe('supported, equivalence');
    }
  });
});

describe('the finding of a rate', () => {
  const able = powerOfRatio(0.05, 0.8);
  const unable = powerOfRatio(0.5, 0.8);
  const decide = (
    fit: [number, number, number, number],
    trend: 'falls' | 'rises' | 'unchanged',
    guards: Guard[] = [],
    power = able,
  ) => {
    const [ratio, lower, upper, pValue] = fit;
    const { finding, reason } = decideRate({ ratio, lower, upper, pValue }, trend, 0.8, power, guards);
    return `${finding}, ${reason}`;
  };
  const guard = (name: string, passed: boolean | null): Guard => ({ name, passed, value: null, detail: '' });

  it.each([
    ['a clear fall', [0.5, 0.4, 0.6, 0.001], 'falls', 'supported, null'],
    ['a clear fall, said to be a rise', [0.5, 0.4, 0.6, 0.001], 'rises', 'contradicted, opposite direction'],
    ['a clear rise', [2, 1.6, 2.5, 0.001], 'rises', 'supported, null'],
    [
      'smaller than is of interest',
      [0.9, 0.78, 0.98, 0.01],
      'falls',
      'not separable, below the smallest effect',
    ],
    ['a fall of interest ruled out', [0.95, 0.85, 1.05, 0.4], 'falls', 'contradicted, null'],
    ['a rise of interest ruled out', [1.05, 0.95, 1.2, 0.4], 'rises', 'contradicted, null'],
    [
      'p above the level though the interval excludes 1',
      [0.7, 0.5, 0.99, 0.06],
      'falls',
      'too few events, interval too wide',
    ],
    ['an interval over everything', [0.7, 0.3, 1.6, 0.4], 'falls', 'too few events, interval too wide'],
    ['inside the bounds of equivalence', [1, 0.85, 1.2, 0.9], 'unchanged', 'supported, equivalence'],
    ['outside them', [0.6, 0.5, 0.75, 0.01], 'unchanged', 'contradicted, null'],
    ['across them', [0.9, 0.75, 1.1, 0.3], 'unchanged', 'too few events, interval too wide'],
  ] as const)('%s', (_, fit, trend, expected) => {
    expect(decide([...fit], trend)).toBe(expected);
  });

  it('says "too few" without a reason where the record could not have shown it', () => {
    expect(decide([0.7, 0.3, 1.6, 0.4], 'falls', [], unable)).toBe('too few events, null');
  });

  it('is turned by a guard that fails, not by one that could not be run', () => {
    const fall: [number, number, number, number] = [0.5, 0.4, 0.6, 0.001];
    expect(decide(fall, 'falls', [guard('placebo dates', false)])).toBe('not separable, placebo dates');
    expect(decide(fall, 'falls', [guard('readings', false)])).toBe('disputed, readings');
    expect(decide(fall, 'falls', [guard('placebo dates', null)])).toBe('supported, null');
  });

  it.each([
    ['at least', 50, [0.3, 0.2, 0.45], 'supported'],
    ['at least', 50, [0.7, 0.6, 0.8], 'contradicted'],
    ['at least', 50, [0.45, 0.3, 0.6], 'too few events'],
    ['at most', 50, [0.7, 0.6, 0.8], 'supported'],
    ['at most', 50, [0.3, 0.2, 0.4], 'contradicted'],
    ['about', 50, [0.5, 0.42, 0.58], 'supported'],
    [null, 50, [0.3, 0.2, 0.38], 'contradicted'],
  ] as const)('by %s %i percent', (bound, percent, [ratio, lower, upper], expected) => {
    expect(decideSize({ ratio, lower, upper }, 'falls', { ...BY, bound, percent }).finding).toBe(expected);
  });
});

describe('many tests in one file', () => {
  const verdict = (finding: Verdict['finding']): Verdict => ({
    part: 'timing',
    finding,
    reason: null,
    sentence: 'Found.',
    effect: null,
    power: null,
    events: { trigger: null, response: null },
    guards: [],
  });
  const one = (pValue: number, parts = [0, 1], ...findings: Verdict['finding'][]): Judgement => ({
    parts: (findings.length > 0 ? findings : (['supported', 'supported'] as const)).map(verdict),
    figures: null,
    tests: [{ pValue, parts }],
  });
  const findings = (judgements: readonly Judgement[]) =>
    judgements.map(({ parts }) => parts.map(({ finding }) => finding));

  it('are corrected by Holm: the smallest of three by three, the next by two', () => {
    const corrected = correctMultiplicity([one(0.02), one(0.01), one(0.5)]);
    expect(findings(corrected)).toEqual([
      ['supported', 'supported'],
      ['supported', 'supported'],
      ['not separable', 'not separable'],
    ]);
    const values = corrected.map(({ parts }) => parts[0]?.guards.at(-1)?.value);
    expect(values).toEqual([0.04, 0.03, 0.5]);
    expect(
      correctMultiplicity([one(0.02), one(0.02), one(0.5)]).map(({ parts }) => parts[0]?.reason),
    ).toEqual(['number of tests', 'number of tests', 'number of tests']);
  });

  it('leave a lone test at its own level, just at it too', () => {
    expect(findings(correctMultiplicity([one(THRESHOLDS.familyLevel)]))).toEqual([
      ['supported', 'supported'],
    ]);
    expect(findings(correctMultiplicity([one(0.0501)]))).toEqual([['not separable', 'not separable']]);
  });

  it('touch only the parts that rest on the test, and only what was supported', () => {
    const corrected = correctMultiplicity([
      one(0.9, [1], 'supported', 'supported', 'disputed'),
      one(0.9, [0], 'contradicted'),
    ]);
    expect(findings(corrected)).toEqual([['supported', 'not separable', 'disputed'], ['contradicted']]);
    expect(corrected[1]?.parts[0]?.guards).toEqual([]);
  });

  it('do not count claims that were never tested', () => {
    const silent: Judgement = { parts: [verdict('not testable')], figures: null, tests: [] };
    expect(correctMultiplicity([silent, one(0.04), silent])[1]?.parts[0]?.guards[0]?.value).toBe(0.04);
  });
});
