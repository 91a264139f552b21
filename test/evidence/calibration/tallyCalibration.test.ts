import { describe, expect, it } from 'vitest';
import {
  MADE_KINDS,
  tallyCalibration,
  type Finding,
  type MadeKind,
  type MadeOutcome,
} from '../../../src/evidence/index.ts';

const kind: MadeKind = { name: 'made', about: 'made', group: 'no rule', world: {}, records: 10 };
const outcome = (finding: Finding, over: Partial<MadeOutcome> = {}): MadeOutcome => ({
  claim: 'when',
  finding,
  reason: null,
  plain: false,
  rival: false,
  ...over,
});

describe('the tally of a kind', () => {
  it('counts each finding, and the records without an own column as well', () => {
    const found = (['supported', 'disputed', 'not testable', 'too few events', 'contradicted'] as const).map(
      (finding) => outcome(finding),
    );
    const tally = tallyCalibration(kind, [...found, outcome('not separable', { reason: 'x', plain: true })]);
    expect(tally).toMatchObject({
      records: 6,
      supported: 1,
      notSeparable: 1,
      tooFew: 1,
      contradicted: 1,
      disputed: 1,
      notTestable: 1,
      plain: 1,
      reasons: [{ reason: 'x', records: 1 }],
    });
  });

  it('has exact one-sided limits: 0 of 100 leaves 2.95 %, 20 of 400 leaves 7.2 %', () => {
    const many = (supported: number, records: number) =>
      Array.from({ length: records }, (_, k) => outcome(k < supported ? 'supported' : 'too few events'));
    // 1 − 0.05^(1/100)
    expect(tallyCalibration(kind, many(0, 100)).upper95).toBeCloseTo(1 - 0.05 ** 0.01, 8);
    expect(tallyCalibration(kind, many(20, 400)).upper95).toBeCloseTo(0.0722, 3);
    expect(tallyCalibration(kind, []).upper95).toBeNull();
  });

  it('does not depend on the order of the records', () => {
    const outcomes = [
      outcome('not separable', { reason: 'b' }),
      outcome('not separable', { reason: 'a' }),
      outcome('supported', { rival: true }),
    ];
    expect(tallyCalibration(kind, [...outcomes].reverse())).toEqual(tallyCalibration(kind, outcomes));
  });
});

describe('the truth of a claim', () => {
  const truths = (name: string) => {
    const found = MADE_KINDS.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return Object.fromEntries(tallyCalibration(found, []).claims.map(({ claim, truth }) => [claim, truth]));
  };

  it.each([
    [
      'independent',
      {
        ...{
          when: 'false',
          fewer: 'false',
          more: 'false',
          falls: 'false',
          mutual: 'false',
          against: 'false',
        },
        ...{
          'falls steadily': 'false',
          recurring: 'false',
          together: 'false',
          starts: 'false',
          share: 'false',
        },
        ...{ unchanged: 'true', 'no extra': 'true', stronger: 'false', 'only during': 'false' },
        ...{ 'by half': 'false', 'one-sided truce': 'false', 'recurring truce': 'false', most: 'false' },
        ...{ weaker: 'false', different: 'false', 'while others': 'false' },
      },
    ],
    [
      'trend times 8',
      { when: 'false', falls: 'false', rises: 'open', recurring: 'false', compared: 'false' },
    ],
    [
      'wave 30 days, theatre',
      {
        ...{ when: 'false', fewer: 'false', more: 'false', mutual: 'false', compared: 'false' },
        ...{ falls: 'false', 'rises steadily': 'false', truce: 'false', unchanged: 'open' },
        ...{ together: 'open', against: 'false', starts: 'false' },
      },
    ],
    ['wave 200 days, theatre', { falls: 'open', 'rises steadily': 'open', compared: 'open' }],
    ['campaign', { falls: 'open', rises: 'open' }],
    ['missing spells', { when: 'false', falls: 'false', mutual: 'false', together: 'false' }],
    ['missing spells, untold', { falls: 'open', together: 'open' }],
    ['late wave', { starts: 'open', later: 'false' }],
    ['reverse rule', { when: 'false', fewer: 'false', falls: 'false', mutual: 'false', starts: 'false' }],
    ['one way 0.3', { when: 'true', more: 'true', mutual: 'false' }],
    ['one way 0.45', { 'no extra': 'false', stronger: 'false', while: 'open', falls: 'open' }],
    ['both 0.3', { when: 'true', mutual: 'true' }],
    ['deterrence', { fewer: 'true', more: 'false', when: 'false' }],
    ['fall by half', { falls: 'true', compared: 'true', rises: 'false', unchanged: 'false', when: 'false' }],
    ['steady fall', { 'falls steadily': 'true', falls: 'true' }],
    ['steady rise', { 'rises steadily': 'true', rises: 'true' }],
    ['less in a period', { recurring: 'true', 'recurring truce': 'true', 'only during': 'false' }],
    ['only in a period', { 'only during': 'true' }],
    ['only behind', { 'only within': 'true', starts: 'true', share: 'open' }],
    ['against each other', { against: 'true', together: 'false' }],
    ['A begins', { starts: 'true' }],
    ['rule that grew', { stronger: 'true' }],
    ['rule that shrank', { weaker: 'true', different: 'true', stronger: 'false' }],
    ['rule in a campaign', { when: 'true', different: 'false', weaker: 'false', 'while others': 'false' }],
    ['rule under a wave', { when: 'true', while: 'open', 'while others': 'false', different: 'false' }],
    ['rule under an opposite wave', { when: 'true', 'no extra': 'false' }],
    [
      'truce',
      {
        ...{ truce: 'true', 'one-sided truce': 'true', 'by half': 'true', falls: 'true' },
        ...{ when: 'false', compared: 'false' },
      },
    ],
    [
      'recording halves',
      { falls: 'false', truce: 'false', 'by half': 'false', unchanged: 'true', compared: 'false' },
    ],
    ['general calm', { falls: 'open', truce: 'open', compared: 'false' }],
    ['reverse rule, smooth wave', { most: 'open' }],
  ])('%s', (name, expected) => {
    expect(truths(name)).toMatchObject(expected);
  });
});
