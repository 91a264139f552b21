import { describe, expect, it } from 'vitest';
import { formatDay, type DayInterval } from '../../../src/calendar/index.ts';
import { articleOfText, findTimes, type TimeMention } from '../../../src/reader/index.ts';
import { PARAGRAPHS } from '../paragraphs.ts';
import { dayOf, readMarks } from '../readMarks.ts';

const PUBLISHED = '2024-05-14'; // a Tuesday

const told = (days: DayInterval | null): string => {
  if (!days) return 'open';
  const [first, last] = [formatDay(days.first), formatDay(days.last)];
  return first === last ? first : `${first}..${last}`;
};

function find(text: string, published: string | null = PUBLISHED): readonly TimeMention[] {
  return findTimes(
    articleOfText(text, { file: 'a.txt', published: published === null ? null : dayOf(published) }),
  );
}

describe('times of an invented paragraph', () => {
  it.each(PARAGRAPHS)('$theatre: all that is marked', (paragraph) => {
    const { text, marks } = readMarks(paragraph);
    const mentions = find(text, paragraph.published);
    for (const { start, end, value } of marks.filter(({ kind }) => kind === 't')) {
      const found = mentions.find((mention) => mention.start < end && start < mention.end);
      const [first, last] = value.split('..');
      expect([text.slice(start, end), told(found?.days ?? null)]).toEqual([
        text.slice(start, end),
        first === last ? first : value,
      ]);
    }
  });
});

describe('one rule each', () => {
  it.each([
    ['on May 14, 2024', '2024-05-14'],
    ['on the 3rd of March 2021', '2021-03-03'],
    ['on Tuesday, 7 May', '2024-05-07'],
    ['on 2024-02-29', '2024-02-29'],
    ['on 14.05.2023', '2023-05-14'],
    ['on 25/12/2023', '2023-12-25'],
    ['on 7 October', '2023-10-07'],
    ['on 14 May', '2024-05-14'],
    ['on 15 May', '2023-05-15'],
    ['on Oct. 7', '2023-10-07'],
    ['from 5 to 9 May', '2024-05-05..2024-05-09'],
    ['on April 13-14', '2024-04-13..2024-04-14'],
    ['in May 2022', '2022-05-01..2022-05-31'],
    ['in early February', '2024-02-01..2024-02-10'],
    ['in mid-March 2020', '2020-03-11..2020-03-20'],
    ['at the end of April', '2024-04-21..2024-04-30'],
    ['in the first week of March', '2024-03-01..2024-03-07'],
    ['in June', '2023-06-01..2023-06-30'],
    ['in 2017', '2017-01-01..2017-12-31'],
    ['in late 2019', '2019-11-01..2019-12-31'],
    ['towards the end of 2019 and into early 2020', '2019-11-01..2020-02-29'],
    ['in 2014-15', '2014-01-01..2015-12-31'],
    ['between 2014 and 2016', '2014-01-01..2016-12-31'],
    ['from March to June 2022', '2022-03-01..2022-06-30'],
    ['from November 2019 to January 2020', '2019-11-01..2020-01-31'],
    ['from November to February', '2023-11-01..2024-02-29'],
    ['in the early 1990s', '1990-01-01..1993-12-31'],
    ['in the spring of 2022', '2022-03-01..2022-05-31'],
    ['last summer', '2023-06-01..2023-08-31'],
    ['in the first half of 2023', '2023-01-01..2023-06-30'],
    ['yesterday', '2024-05-13'],
    ['last night', '2024-05-13'],
    ['the day before yesterday', '2024-05-12'],
    ['on Tuesday', '2024-05-14'],
    ['on Wednesday', '2024-05-08'],
    ['last October', '2023-10-01..2023-10-31'],
    ['last month', '2024-04-01..2024-04-30'],
    ['last week', '2024-05-06..2024-05-12'],
    ['last year', '2023-01-01..2023-12-31'],
    ['earlier this year', '2024-01-01..2024-05-14'],
    ['at the end of last year', '2023-11-01..2023-12-31'],
    ['ten days ago', '2024-05-04'],
    ['three weeks ago', '2024-04-20..2024-04-26'],
    ['two years ago', '2022-01-01..2022-12-31'],
    ['over the past six months', '2023-11-14..2024-05-14'],
    ['in the past 24 hours', '2024-05-13..2024-05-14'],
    ['on Christmas Day', '2023-12-25'],
    ['after 9/11', '2001-09-11'],
  ])('%s', (words, expected) => {
    const [only, ...others] = find(`The post was hit ${words}, they said.`);
    expect([told(only?.days ?? null), others]).toEqual([expected, []]);
  });

  it.each([
    ['It began on 3 March 2020 and ended three weeks later.', '2020-03-24'],
    ['It began on 3 March 2020. The following day it spread.', '2020-03-04'],
    ['It began on 3 March 2020. A month later it ended.', '2020-04-03'],
    ['It began on 3 March 2020. It had been planned two days earlier.', '2020-03-01'],
    ['It began in March 2020. The following month it ended.', '2020-04-01..2020-04-30'],
    ['In 2017 the town fell; in November the crossing did.', '2017-11-01..2017-11-30'],
  ])('a time counted from another: %s', (text, expected) => {
    expect(told(find(text).at(-1)?.days ?? null)).toBe(expected);
  });

  it('does not count from another paragraph', () => {
    expect(
      told(
        find(
          'It began on 3 March 2020, the army said at noon.\n\nThree weeks later it ended, the army said.',
        ).at(-1)?.days ?? null,
      ),
    ).toBe('open');
  });

  it.each([
    ['since 2011', 'since', '2011-01-01..2011-12-31'],
    ['until the end of March', 'until', '2024-03-21..2024-03-31'],
    ['before 7 October', 'before', '2023-10-07'],
    ['after 7 October', 'after', '2023-10-07'],
    ['starting in 2017', 'since', '2017-01-01..2017-12-31'],
  ])('%s says %s', (words, relation, expected) => {
    const [only] = find(`The road was closed ${words}.`);
    expect([only?.relation, told(only?.days ?? null)]).toEqual([relation, expected]);
  });

  it.each([
    ['within two weeks', 14],
    ['for three months', 90],
    ['in 48 hours', 2],
    ['in a ten-day operation', 10],
  ])('%s is a length of time', (words, duration) => {
    const [only] = find(`They answered ${words}.`);
    expect([only?.relation, only?.days, only?.duration]).toEqual(['window', null, duration]);
  });

  it.each([
    'recently',
    'for several years',
    'in recent weeks',
    'many months ago',
    'for decades',
    'over the last few weeks',
  ])('%s is flagged as vague', (words) => {
    expect(find(`They answered ${words}.`).map(({ vague, days }) => [vague, days])).toEqual([[true, null]]);
  });

  it('keeps both readings where two fit', () => {
    expect(find('They met on 04/05/2024.')[0]?.alternatives.map(told)).toEqual(['2024-04-05']);
    const text =
      'Tension rose in 2019.\n\nAfter the strike on the base earlier this year the groups answered, they said.';
    expect(find(text).map(({ alternatives }) => alternatives.map(told))).toEqual([
      [],
      ['2019-01-01..2019-12-31'],
    ]);
    expect(
      find('The vote will be held in December.').map(({ days, alternatives }) => [
        told(days),
        alternatives.map(told),
      ]),
    ).toEqual([['2024-12-01..2024-12-31', ['2023-12-01..2023-12-31']]]);
  });

  it.each([
    'More than 2,000 people marched.',
    'They may act, and the march goes on.',
    'Resolution 2254 was cited.',
    'Some 1500 fighters left.',
    'The second day was calm for the third battalion.',
    'He is 45 years old.',
  ])('%s holds no day', (text) => {
    expect(find(text).filter(({ days }) => days !== null)).toEqual([]);
  });
});

describe('times hold under changes', () => {
  const text = PARAGRAPHS.map((paragraph) => readMarks(paragraph).text).join('\n\n');

  it('without a day of publication only what is written out is resolved', () => {
    const open = find('It fell on 3 March 2020, again last week, in June, on Monday and two days ago.', null);
    expect(open.map(({ days }) => told(days))).toEqual(['2020-03-03', 'open', 'open', 'open', 'open']);
  });

  it('seven days later what counts from publication moves by seven days, and nothing written out moves', () => {
    const counted =
      'It fell yesterday, on Monday, ten days ago, last week, and again on 3 March 2020 and in 2017.';
    const shift = (mentions: readonly TimeMention[]) => mentions.map(({ days }) => days?.first ?? null);
    const [before, after] = [shift(find(counted)), shift(find(counted, '2024-05-21'))];
    expect(after.map((day, index) => (day ?? 0) - (before[index] ?? 0))).toEqual([7, 7, 7, 7, 0, 0]);
  });

  it('no month or day without a year begins after publication', () => {
    for (let month = 1; month <= 12; month += 1) {
      const published = `2024-${String(month).padStart(2, '0')}-10`;
      for (const { days } of find(
        'It fell on 9 March, in early June, in October and on 31 December.',
        published,
      )) {
        expect(days && days.first <= dayOf(published) && days.first > dayOf(published) - 366).toBe(true);
      }
    }
  });

  it('29 February is found in the year that has it', () => {
    expect(told(find('It fell on 29 February.', '2023-06-01')[0]?.days ?? null)).toBe('2020-02-29');
  });

  it('spaces that do not break and long dashes change nothing', () => {
    const key = (mentions: readonly TimeMention[]) =>
      mentions.map(({ start, end, days }) => [start, end, told(days)]);
    expect(key(find(text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2013')))).toEqual(key(find(text)));
  });

  it('mentions are in order, inside their sentences, and never overlap', () => {
    const article = articleOfText(text, { file: 'a.txt', published: dayOf(PUBLISHED) });
    let last = 0;
    for (const { start, end, sentence } of findTimes(article)) {
      const around = article.sentences[sentence];
      expect(around && around.start <= start && end <= around.end && start < end && start >= last).toBe(true);
      last = end;
    }
    expect(last).toBeGreaterThan(0);
  });
});
