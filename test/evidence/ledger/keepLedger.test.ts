import { describe, expect, it } from 'vitest';
import { keepLedger, type ClaimExamination, type Finding } from '../../../src/evidence/index.ts';

const part = (finding: Finding, reason: string | null = null) => ({
  part: 'forecast' as const,
  finding,
  reason,
  sentence: `${finding}.`,
  effect: null,
  power: null,
  events: { trigger: null, response: null },
  guards: [],
});

const outcomes = (...claims: (readonly ReturnType<typeof part>[])[]) => {
  const made = claims.map((parts, index) => ({
    name: `F${index}`,
    sourceDisplay: 'Gazette',
    form: 'expects',
    text: 'expects …',
    parts,
  }));
  const examination = {
    theatre: { file: 'a.tacit', hash: 'h', title: 'A', text: '' },
    claims: made as unknown as ClaimExamination[],
  };
  return keepLedger([examination]).flatMap(({ entries }) => entries.map(({ outcome }) => outcome));
};

describe('keepLedger', () => {
  it.each<[Finding, string | null, string]>([
    ['supported', null, 'came true'],
    ['contradicted', null, 'did not'],
    ['not testable', 'not resolved', 'open'],
    ['not testable', 'cannot fail', 'cannot fail'],
    ['not testable', 'window not covered', 'unresolved'],
    ['too few events', null, 'unresolved'],
    ['not separable', 'placebo dates', 'unresolved'],
    ['disputed', 'readings', 'unresolved'],
  ])('%s (%s): %s', (finding, reason, outcome) => {
    expect(outcomes([part(finding, reason)])).toEqual([outcome]);
  });

  it('lets a forecast with a size come true only where change and size do', () => {
    expect(
      outcomes(
        [part('supported'), part('supported')],
        [part('supported'), part('too few events')],
        [part('supported'), part('contradicted')],
        [],
      ),
    ).toEqual(['came true', 'unresolved', 'did not', 'unresolved']);
  });

  it('takes forecasts alone', () => {
    const claim = { form: 'answer', parts: [part('supported')], sourceDisplay: 'G' };
    const examination = { theatre: { file: 'a' }, claims: [claim] };
    expect(keepLedger([examination as unknown as Parameters<typeof keepLedger>[0][number]])).toEqual([]);
  });
});
