import { describe, expect, it } from 'vitest';
import type { ClaimExamination, WhyChain } from '../../src/evidence/index.ts';
import { goodRows, goodTheatre, makeRecord, row } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const at = makeFolder({
  'good.tacit': `${goodTheatre}claim Denied by Gazette
  when North strikes South then no extra South attacks North within 10 days
`,
  'untold.tacit': goodTheatre.replace('events.csv', 'acled.csv'),
  'acled.csv': [
    'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,iso,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities',
    ...[1, 2, 3].map(
      (day) =>
        `SYR${day},2020-05-0${day},2020,1,Explosions/Remote violence,Air/drone strike,North,South,760,Syria,Homs,Bridge,34.7,36.7,1,Agency,made,0`,
    ),
    '',
  ].join('\n'),
  // One row says with a control character what it must not do to a terminal.
  'events.csv': makeRecord([...goodRows, row('X\u001b[31m', '2021-12-30', 'North', 'South', 'airstrike')]),
  'wrong.tacit': goodTheatre.replace('within 10 days', 'within 1 month'),
  'counts.tacit': `tacit 1
theatre "Counted"
record "weeks.csv" as counts per week
  column north is North strikes South
  column south is South attacks North
actor North
actor South
source Gazette published 2023-01-10
claim Answers by Gazette at "paragraph 2"
  when North strikes South then South attacks North within 14 days
claim Aim by Gazette
  untestable intent "they wanted peace"
`,
  'weeks.csv': `week,north,south\n${Array.from({ length: 60 }, (_, week) => {
    const day = new Date(Date.UTC(2021, 0, 4 + 7 * week)).toISOString().slice(0, 10);
    return `${day},${week % 3},${(week + 1) % 4}`;
  }).join('\n')}\n`,
});

const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('tacit examine --why', () => {
  it('prints the chain from the words of the pattern to the finding', async () => {
    const { code, out } = await runTacit('examine', at('good.tacit'), '--why', 'Answers');
    expect(code).toBe(0);
    const order = [
      'Answers (line 12), by Gazette, paragraph 2',
      '1. What each pattern takes',
      'doer: north',
      'target: south',
      'acts: airstrike',
      '2. What was counted',
      '"North strikes South": 25 events',
      '2020-01-01 · North: airstrike on South',
      '19 rows between',
      '"South attacks North": 24 events',
      '3. The days judged',
      '2020-01-01 to 2021-12-31',
      '4. Part: timing',
      'power:',
      'base test:',
      'guards:',
      'shared wave (T1)',
      'finding:',
      '5. Part: cause',
      'power, tests and guards: those of part 4 (timing)',
    ];
    const text = flat(out);
    const places = order.map((words) => text.indexOf(words));
    expect(
      places.every((place) => place >= 0),
      order[places.indexOf(-1)],
    ).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('X[U+001B][31m');
  });

  it('tells what is only shown, what was not asked and what was not run', async () => {
    const text = flat((await runTacit('examine', at('good.tacit'), '--why', 'Denied')).out);
    expect(text).toContain(
      'tested is what the claim denies: passed lines speak against the claim, and all of them passed would contradict it base test:',
    );
    expect(text).toContain('guards of what the claim denies:');
    expect(text).toMatch(/wave of calm and storm \(T5\): (passed|failed|not run, because an earlier test)/);
    expect(text).toMatch(/same day \(explains, does not decide\): shown, decides nothing \(\d+\)\. /);
    const asserted = flat((await runTacit('examine', at('good.tacit'), '--why', 'Answers')).out);
    expect(asserted).not.toContain('denies');
    for (const out of [text, asserted]) expect(out).not.toContain('explains or not run');
  });

  it('leaves out rows without a direction where the record holds none', async () => {
    const { out } = await runTacit('examine', at('good.tacit'), '--why', 'Answers');
    expect(out).not.toContain('which side acted');
    expect(out).not.toContain('or all this:');
    const told = await runTacit('examine', at('untold.tacit'), '--why', 'Answers');
    expect(flat(told.out)).toContain('only rows that do not say which side acted');
  });

  it('lists every row where there are few, and says how many lie on other days', async () => {
    const { out } = await runTacit('examine', at('good.tacit'), '--why', 'OnTheDay');
    expect(flat(out)).toContain('killing at least 5": 1 event ');
    expect(flat(out)).toContain('N2, events.csv line 6');
    expect(flat(out)).toContain('"North strikes South": 1 event; 24 rows on other days not counted');
    expect(out).not.toContain('rows between');
    expect(flat(out)).toContain('finding: disputed (numbers differ)');
  });

  it('is the chain of the verdict itself: same numbers, rows as many as were counted', async () => {
    const why = await runTacit('examine', at('good.tacit'), '--why', 'Answers', '--json');
    const whole = await runTacit('examine', at('good.tacit'), '--json');
    const chain = JSON.parse(why.out) as WhyChain;
    const claim = (JSON.parse(whole.out) as { claims: ClaimExamination[] }).claims[0];
    expect(chain.parts.map(({ sentence }) => sentence)).toEqual(claim?.parts.map(({ sentence }) => sentence));
    expect(chain.parts.map(({ guards }) => guards.length + 2)).toEqual(
      claim?.parts.map(({ guards }) => guards.length),
    );
    const [trigger, response] = chain.patterns;
    expect([trigger?.amount, response?.amount]).toEqual([
      claim?.parts[0]?.events.trigger,
      claim?.parts[0]?.events.response,
    ]);
    for (const { rows, amount } of chain.patterns) expect(rows).toHaveLength(amount ?? -1);
  });

  it('names the columns of a table of counts, which has no rows', async () => {
    const { code, out } = await runTacit('examine', at('counts.tacit'), '--why', 'Answers');
    expect(code).toBe(0);
    expect(out).toContain('column north of weeks.csv');
    expect(flat(out)).toMatch(/"North strikes South": 60 events in the table/);
  });

  it('explains a claim that is never judged', async () => {
    const { code, out } = await runTacit('examine', at('counts.tacit'), '--why', 'Aim');
    expect(code).toBe(0);
    expect(flat(out)).toContain('finding: not testable (intent)');
  });

  it.each([
    [
      'a name that is nearly one',
      ['good.tacit', '--why', 'Answer'],
      2,
      /no claim Answer\. Did you mean Answers\?/,
    ],
    ['no name like it', ['good.tacit', '--why', 'Zzzzzzzz'], 2, /Its claims are Answers, OnTheDay, Denied\./],
    ['a report as well', ['good.tacit', '--why', 'Answers', '--report', 'x.html'], 2, /cannot be used with/],
    ['a theatre with errors', ['wrong.tacit', '--why', 'Answers'], 1, /has errors/],
  ])('%s: ends with a message', async (_, [file = '', ...rest], exit, words) => {
    const { code, out, error } = await runTacit('examine', at(file), ...rest);
    expect([code, out]).toEqual([exit, '']);
    expect(error).toMatch(words);
  });
});
