import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '../../src/calendar/index.ts';
import type { Claim, ResolvedAmount, ResolvedPattern } from '../../src/language/index.ts';
import { theatreOf } from './theatreText.ts';

const HEAD = `tacit 1
theatre "Resolved"
record "events.csv"
  covers 2016-03-01 to 2019-12-31
actor US "United States" also "American forces"
actor A
actor B
actor C
source S published 2018-06
source T
place P at 34.37 N 41.09 W within 25 km
place Q at 1.5 S 2 E within 25 km
place R
area Inner of P, Q
area Outer of Inner, R
`;

function day(text: string): number {
  const date = readWrittenDate(text);
  if (!date) throw new Error(`no date ${text}`);
  return date.first;
}

function claimOf(lines: string, head = HEAD): Claim {
  const claim = theatreOf(`${head}claim X by S\n  ${lines}\n`).claims[0];
  if (!claim) throw new Error('no claim');
  return claim;
}

function firstPattern({ patterns }: ResolvedAmount): ResolvedPattern {
  const [first] = patterns;
  if (!first) throw new Error('no pattern');
  return first;
}

function eventPattern(sentence: string, head = HEAD): ResolvedPattern {
  const { form } = claimOf(sentence, head);
  if (form.kind !== 'event') throw new Error(`no event: ${form.kind}`);
  return form.pattern;
}

describe('who', () => {
  const alliances = `${HEAD}alliance Small of A from 2014 to 2016, B said by T
alliance Large of Small from 2015-06 said by S, C to 2017
`;

  it('expands alliances to dated memberships: dates intersect, the inner source counts', () => {
    expect(eventPattern('Large attacks US', alliances).actor).toEqual({
      label: 'Large',
      anyone: false,
      sameActor: false,
      each: false,
      members: [
        { actor: 'A', from: day('2015-06-01'), to: day('2016-12-31'), saidBy: 'S' },
        { actor: 'B', from: day('2015-06-01'), to: null, saidBy: 'T' },
        { actor: 'C', from: null, to: day('2017-12-31'), saidBy: null },
      ],
      except: [],
    });
  });

  it('takes out members and keeps what stands with `each of`', () => {
    const { actor } = eventPattern('each of Large except Small attacks US', alliances);
    expect(actor.label).toBe('each of Large except Small');
    expect(actor.each).toBe(true);
    expect(actor.members.map((member) => member.actor)).toEqual(['C']);
    expect(actor.except).toEqual(['A', 'B']);
  });

  it('keeps exceptions from anyone', () => {
    const { actor, target } = eventPattern('anyone except Small attacks anyone', alliances);
    expect(actor).toMatchObject({ anyone: true, members: [], except: ['A', 'B'] });
    expect(target).toMatchObject({ anyone: true, members: [], except: [] });
    expect(eventPattern('A attacks').target).toBeNull();
  });

  it('names an actor by name, display name and aliases, each once', () => {
    const [us, a] = theatreOf(HEAD).actors;
    expect(us?.aliases).toEqual(['US', 'United States', 'American forces']);
    expect(a).toMatchObject({ name: 'A', display: 'A', aliases: ['A'] });
  });
});

describe('where', () => {
  it('expands areas, and takes out places', () => {
    expect(eventPattern('A attacks US in Outer').where?.places).toEqual(['P', 'Q', 'R']);
    const { where } = eventPattern('A attacks US in each of Outer except Inner');
    expect(where).toMatchObject({
      label: 'each of Outer except Inner',
      each: true,
      places: ['R'],
      except: ['P', 'Q'],
    });
  });

  it('signs positions by their letters', () => {
    const positions = theatreOf(HEAD).places.map(({ position }) => position);
    expect(positions).toEqual([
      { latitude: 34.37, longitude: -41.09 },
      { latitude: -1.5, longitude: 2 },
      null,
    ]);
  });

  it('resolves the same place, elsewhere and near to the places of the trigger', () => {
    const answered = (where: string): unknown => {
      const { form } = claimOf(`when US strikes A in Inner then A attacks US ${where} within 3 days`);
      return form.kind === 'answer' ? firstPattern(form.response).where : form.kind;
    };
    expect(answered('in the same place')).toMatchObject({
      relation: 'in',
      samePlace: true,
      places: ['P', 'Q'],
    });
    expect(answered('elsewhere')).toMatchObject({ relation: 'elsewhere', places: ['P', 'Q'] });
    expect(answered('near the same place up to 50 km')).toMatchObject({
      relation: 'near',
      samePlace: true,
      kilometres: 50,
    });
    expect(answered('near R up to 7.5 km')).toMatchObject({
      label: 'near R up to 7.5 km',
      places: ['R'],
      kilometres: 7.5,
    });
    expect(answered('in anywhere')).toMatchObject({ anywhere: true, places: [] });
  });
});

describe('when', () => {
  it.each([
    ['within 14 days', 1, 14],
    ['within 2 weeks', 1, 14],
    ['after 3 to 10 days', 3, 10],
    ['after 1 to 2 weeks', 7, 14],
    ['that day', 0, 0],
  ])('%s is %i to %i', (window, from, to) => {
    expect(claimOf(`when US strikes A then A attacks US ${window}`).form).toMatchObject({
      lags: { from, to },
    });
  });

  it('includes both ends, and reads short dates as first or last days', () => {
    const { form } = claimOf('A attacks on US fall from 2017 to 2018-02');
    expect(form).toMatchObject({ spans: [{ first: day('2017-01-01'), last: day('2018-02-28') }] });
    expect(claimOf('A attacks on US fall from 2017').form).toMatchObject({
      spans: [{ first: day('2017-01-01'), last: null }],
    });
    expect(eventPattern('A attacks US on 2017-02').date).toEqual({
      first: day('2017-02-01'),
      last: day('2017-02-28'),
    });
  });

  it('judges up to the last day of publication, a later `until`, or the day before `before`', () => {
    const rule = 'when US strikes A then A attacks US within 14 days';
    expect(claimOf(rule).judgedUntil).toEqual({ value: day('2018-06-30'), default: true });
    // An earlier end limits the triggers only: their answers still count up to publication.
    expect(claimOf(`${rule}\n  until 2017`).judgedUntil).toEqual({ value: day('2018-06-30'), default: true });
    expect(claimOf(`${rule}\n  until 2019`).judgedUntil).toEqual({
      value: day('2019-12-31'),
      default: false,
    });
    expect(claimOf('expects A attacks on US rise before 2019-05').judgedUntil).toEqual({
      value: day('2019-04-30'),
      default: false,
    });
    const undated = theatreOf(`${HEAD}claim X by T\n  ${rule}\n`).claims[0];
    expect(undated?.judgedUntil).toEqual({ value: null, default: true });
  });

  it('reads `until` the publication as the default itself: it limits nothing more', () => {
    const rule = 'when US strikes A then A attacks US within 14 days';
    const stated = claimOf(`${rule}\n  since 2017\n  until 2018-06-30`);
    expect(stated.judgedUntil).toEqual({ value: day('2018-06-30'), default: false });
    expect(stated.restrictions).toEqual([{ kind: 'since', day: day('2017-01-01') }]);
    expect(stated.text).toBe(claimOf(`${rule}\n  since 2017`).text);
    expect(claimOf(`${rule}\n  until 2018-06-29`).restrictions).toEqual([
      { kind: 'until', day: day('2018-06-29') },
    ]);
  });

  it('lays yearly spans out over the covered years, over the new year too', () => {
    const { periods } = theatreOf(`${HEAD}period Winter each 12-20 to 02-29\nperiod Leap each 02-29\n`);
    const spans = periods[0]?.spans.map(({ first, last }) => [first, last]);
    expect(spans).toHaveLength(6); // 2015 to 2020: the covered years and one more on either side
    expect(spans?.[0]).toEqual([day('2015-12-20'), day('2016-02-29')]);
    expect(spans?.[1]).toEqual([day('2016-12-20'), day('2017-02-28')]);
    expect(periods[1]?.spans.map(({ first }) => first)).toEqual([day('2016-02-29'), day('2020-02-29')]);
  });

  it('takes the days of a truce claim, and of tables with who says so', () => {
    const table = new Map([['t.csv', '\uFEFFname;x,"Start",end\r\na,2017-03,2017-04-02\r\n']]);
    const text = `${HEAD}period Tabled table "t.csv" said by T
claim Calm by S
  truce between US and A during Tabled
claim InCalm by S
  when US strikes A then A attacks US within 14 days
  outside Calm
`;
    const { periods, claims } = theatreOf(text, table);
    const span = { first: day('2017-03-01'), last: day('2017-04-02') };
    expect(periods[0]?.spans).toEqual([{ ...span, saidBy: 'T' }]);
    expect(claims[0]?.form).toMatchObject({ spans: [span] });
    expect(claims[1]?.restrictions).toEqual([{ kind: 'outside', period: 'Calm', spans: [span] }]);
  });
});
