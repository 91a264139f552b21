import { describe, expect, it } from 'vitest';
import { amountsOf, type ResolvedForm, type Theatre } from '../../src/language/index.ts';
import { theatreOf } from './theatreText.ts';

const HEAD = `tacit 1
theatre "Forms"
record "events.csv"
  covers 2016-03-01 to 2019-12-31
  measure balloons from "no. of balloons"
  totals "counters.csv" of A attacks US
  fault answers "quick answers were sought"
record "weekly.csv" as counts per week
  covers 2016-03-01 to 2019-12-31
  column a_on_us is A attacks US
actor US
actor A
actor B
source S published 2018-06
place P at 34.37 N 41.09 W within 25 km
place Q
route Road through P, Q
period Gate until 2017-06-30 said by S
`;

function theatreWith(sentence: string): Theatre {
  return theatreOf(`${HEAD}claim X by S\n  ${sentence}\n`);
}

function formOf(sentence: string): ResolvedForm | undefined {
  return theatreWith(sentence).claims[0]?.form;
}

describe('forms that are judged', () => {
  it('keeps the sign, share and length of rules', () => {
    expect(
      formOf('when US strikes A then A attacks US within 14 days in at least 80 percent of cases'),
    ).toMatchObject({
      kind: 'answer',
      share: { bound: 'at least', value: 80 },
    });
    expect(formOf('when US strikes A then no fewer A attacks on US for 3 weeks')).toMatchObject({
      kind: 'shift',
      how: 'fewer',
      negated: true,
      days: 21,
    });
    expect(formOf('when US strikes A then no extra A attacks on US within 14 days')).toMatchObject({
      kind: 'noExtra',
      lags: { from: 1, to: 14 },
    });
  });

  it('keeps what a change is compared with', () => {
    expect(formOf('A attacks on US fall from 2017-02 compared with US strikes on A')).toMatchObject({
      comparedWith: { kind: 'amount', amount: { text: 'US strikes on A' } },
    });
    expect(formOf('A attacks on US fall from 2017-08 by at least half compared with Gate')).toMatchObject({
      by: { bound: 'at least', percent: 50 },
      comparedWith: { kind: 'period', name: 'Gate', spans: [{ first: null }] },
    });
    expect(formOf('A attacks on US unchanged during Gate')).toMatchObject({
      trend: 'unchanged',
      comparedWith: null,
    });
  });

  it('gives a truce one direction for each side that keeps it', () => {
    const directions = (sentence: string): unknown => {
      const form = formOf(sentence);
      return form?.kind === 'truce' ? form.directions.map(({ text }) => text) : form;
    };
    expect(directions('truce between US and A in P from 2017-02-04')).toEqual([
      'acts of force by US on A in P',
      'acts of force by A on US in P',
    ]);
    expect(directions('truce by A toward US from 2017-02-04')).toEqual(['acts of force by A on US']);
    expect(directions('truce by A from 2017-02-04')).toEqual(['acts of force by A']);
    const form = formOf('truce by A from 2017-02-04 expected from 2017-01-28 holding about 2 weeks');
    expect(form).toMatchObject({ holding: { quantity: { bound: 'about', value: 2 }, days: 14 } });
    const force = form?.kind === 'truce' ? form.directions[0]?.patterns[0]?.act.classes : [];
    expect(force).toEqual(expect.arrayContaining(['airstrike', 'rocket', 'ground attack', 'armed clash']));
    expect(force).not.toContain('statement');
  });

  it('counts acts that the file declares in a truce too', () => {
    const text = `${HEAD}act attack of ground attack, code "RAID"\nclaim X by S\n  truce by A from 2017-02-04\n`;
    const form = theatreOf(text).claims[0]?.form;
    const act = form?.kind === 'truce' ? form.directions[0]?.patterns[0]?.act : undefined;
    expect(act?.codes).toEqual(['RAID']);
    expect(act?.classes).toContain('rocket');
  });

  it('keeps sizes, totals and events', () => {
    expect(formOf('first US strikes A on 2017-12-29 killing at least 50')).toMatchObject({
      first: true,
      pattern: { size: { measure: 'killed', quantity: { bound: 'at least', value: 50 } } },
    });
    expect(formOf('about 1.5 A attacks on US per week from 2017 to 2018')).toMatchObject({
      kind: 'total',
      perDays: 7,
    });
    expect(formOf('none A attacks on US from 2017 to 2018')).toMatchObject({
      quantity: { none: true, value: 0 },
    });
    expect(formOf('more than 100 balloons from A attacks from 2017 to 2018')).toMatchObject({
      amount: { unit: { of: 'measure', measure: 'balloons' } },
    });
  });
});

describe('forms of two amounts, of standing and of control', () => {
  const rule = 'claim Rule by S\n  when US strikes A then B attacks US within 14 days\n';
  it.each([
    [
      'mutual',
      'US strikes A and A attacks US answer each other within 14 days',
      ['US strikes A', 'A attacks US'],
    ],
    ['onlyDuring', 'US strikes A only during Gate', ['US strikes A']],
    ['onlyAfter', 'US strikes A only within 3 days after A attacks US', ['A attacks US', 'US strikes A']],
    [
      'coMovement',
      'US strikes A rises as A attacks US falls within 30 days',
      ['US strikes A', 'A attacks US'],
    ],
    ['strength', 'Rule is stronger during Gate', ['US strikes A', 'B attacks US']],
    ['control', 'Road open from 2017-11', ['anyone advances in Road', 'anyone loses in Road']],
    ['control', 'A holds P from 2017-11', ['A advances in P', 'A loses in P']],
    ['share', 'A attacks on US in P is most of A attacks on US', ['A attacks on US in P', 'A attacks on US']],
    ['extreme', 'A attacks on US is lowest in 2017-05 since 2016-05', ['A attacks on US']],
    [
      'starts',
      'A starts exchanges with US in P',
      ['acts of force by A on US in P', 'acts of force by US on A in P'],
    ],
    ['expects', 'expects possible A attacks on US rise before 2019-05', ['A attacks on US']],
  ] as const)('%s keeps its amounts', (form, sentence, amounts) => {
    const claim = theatreOf(`${HEAD}${rule}claim X by S\n  ${sentence}\n`).claims.find(
      ({ name }) => name === 'X',
    );
    expect(claim?.form.kind).toBe(form);
    expect(amountsOf(claim?.form ?? null).map(({ text }) => text)).toEqual(amounts);
  });
});

describe('declarations', () => {
  it('keeps all a record says', () => {
    const [events, weekly] = theatreOf(HEAD).records;
    expect(events).toMatchObject({
      countsPer: null,
      dates: null,
      map: null,
      direction: { value: 'as told', default: true },
      duplicates: { value: 'apart', default: true },
      decisions: [],
      totals: [{ file: 'counters.csv', of: { text: 'A attacks US' } }],
      faults: [{ text: 'quick answers were sought', answers: true }],
      measures: [{ name: 'balloons', column: 'no. of balloons' }],
    });
    expect(weekly).toMatchObject({
      countsPer: 'week',
      columns: [{ column: 'a_on_us', amount: { text: 'A attacks US' } }],
    });
  });

  it('lists declared acts, then standard ones in use', () => {
    const text = `${HEAD}act raid of ambush\nact strike of airstrike\nclaim X by S\n  US strikes A on 2017-01-03\n`;
    const acts = theatreOf(text).acts.map(({ name, standard }) => [name, standard]);
    expect(acts).toEqual([
      ['raid', false],
      ['strike', false],
      ['attack', true],
    ]);
  });

  it('resolves what is assumed, for the file and for one claim', () => {
    const text = `${HEAD}assume smallest change 25 percent
assume calm 2 weeks
claim X by S
  when US strikes A then A attacks US within 14 days
  assuming delay uniform
`;
    const theatre = theatreOf(text);
    expect(theatre.assumptions).toEqual({
      delay: { value: 'geometric', default: true },
      smallestAnswer: { value: 0.1, default: true },
      smallestRateRatio: { value: 0.75, default: false },
      calmDays: { value: 14, default: false },
    });
    expect(theatre.claims[0]?.assumptions).toEqual({
      ...theatre.assumptions,
      delay: { value: 'uniform', default: false },
    });
  });

  it('resolves what-ifs and rivals', () => {
    const text = `${HEAD}claim X by S
  when US strikes A then A attacks US within 14 days
claim Y by S
  when US strikes B then A attacks US within 14 days
rivals X, Y
whatif "calm" from 2019 for 2 weeks
  truce between US and A
  without X
`;
    const { whatIfs, rivals } = theatreOf(text);
    expect(rivals).toEqual([['X', 'Y']]);
    expect(whatIfs[0]).toMatchObject({ title: 'calm', days: 14, without: ['X'] });
    expect(whatIfs[0]?.truces.map(({ amount }) => amount.text)).toEqual([
      'acts of force by US on A',
      'acts of force by A on US',
    ]);
  });

  it('is plain data', () => {
    const theatre = theatreWith(
      'when US strikes A then A attacks US within 14 days\n  during Gate\n  while no A attacks US over the last 7 days\n  graded by killed\n  asserts timing, rate',
    );
    expect(JSON.parse(JSON.stringify(theatre))).toEqual(theatre);
    expect(theatre.claims[0]?.restrictions.map(({ kind }) => kind)).toEqual([
      'during',
      'while',
      'gradedBy',
      'asserts',
    ]);
  });
});
