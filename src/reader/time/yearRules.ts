import { civilFromDay, dayFromCivil, type DayInterval } from '../../calendar/index.ts';
import { latestNotAfter } from './latestNotAfter.ts';
import { monthStretch, PART, partOf, seasonStretch, yearStretch } from './stretches.ts';
import { OPEN, type TimeRule } from './timeRule.ts';
import { ORDINAL, ordinalOf } from './words.ts';

const YEAR = '(?:1[7-9]|20)\\d{2}';
const SEASON = '(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)';
/** What makes four digits a number of things instead of a year. */
const COUNTED =
  '(?! ?(?:%|percent|per cent|people|persons|fighters|soldiers|troops|men|women|children|civilians|times|km|kilomet|met(?:re|er)s|miles|dollars|euros|tons?|tonnes|rockets|missiles|drones|attacks|strikes|houses|homes|members|others|dead|wounded|refugees|prisoners|hours|days|weeks|months))';

const PARTS_OF_DECADE: Readonly<Record<string, { readonly from: number; readonly to: number }>> = {
  early: { from: 0, to: 3 },
  mid: { from: 4, to: 6 },
  late: { from: 7, to: 9 },
};

/** Years and what is counted in them: parts, seasons, halves, decades, several years on end. */
export const yearRules: readonly TimeRule[] = [
  {
    name: 'years on end',
    pattern: new RegExp(
      `(?<![\\d.,$/-])\\b(?:(?:from|between) )?(?<first>${YEAR})(?<link> ?- ?| to | and | until | through )(?<last>${YEAR}|\\d{2})(?![\\d,.-]*\\d)(?!\\w)`,
      'g',
    ),
    read: ({ first, link, last }) => {
      const from = Number(first);
      const short = (last ?? '').length === 2;
      if (short && !(link ?? '').includes('-')) return null;
      const to = short ? Math.floor(from / 100) * 100 + Number(last) : Number(last);
      // "2011 and 2014" are two years unless "between" stands before them.
      if (to <= from || (link ?? '').includes('and')) return null;
      return { resolve: () => ({ days: { first: yearStretch(from).first, last: yearStretch(to).last } }) };
    },
  },
  {
    name: 'between two years',
    pattern: new RegExp(`\\bbetween (?<first>${YEAR}) and (?<last>${YEAR})\\b`, 'gi'),
    read: ({ first, last }) => {
      const [from, to] = [Number(first), Number(last)];
      return to > from
        ? { resolve: () => ({ days: { first: yearStretch(from).first, last: yearStretch(to).last } }) }
        : null;
    },
  },
  {
    name: 'part of a year',
    pattern: new RegExp(`\\b(?<part>${PART})[ -](?<year>${YEAR})(?![\\d,]*\\d)`, 'gi'),
    read: ({ part, year }) => {
      const days = yearStretch(Number(year), partOf(part));
      return { year: Number(year), resolve: () => ({ days }) };
    },
  },
  {
    name: 'year',
    pattern: new RegExp(
      `(?<![\\d.,$/\u20ac\u00a3:-])\\b(?<!\\b(?:nearly|about|some|over|least|than|killing|killed|wounded|number|resolution|Resolution|No\\.) )(?<year>${YEAR})(?![\\d,.:/-]*\\d)(?!\\w)${COUNTED}`,
      'g',
    ),
    read: ({ year }) => {
      const days = yearStretch(Number(year));
      return { year: Number(year), resolve: () => ({ days }) };
    },
  },
  {
    name: 'decade',
    pattern: /\b(?:the )?(?:(?<part>early|mid|late)[ -])?(?<decade>(?:1[7-9]|20)\d0)'?s\b/gi,
    read: ({ part, decade }) => {
      const start = Number(decade);
      const { from, to } = PARTS_OF_DECADE[(part ?? '').toLowerCase()] ?? { from: 0, to: 9 };
      const days = { first: yearStretch(start + from).first, last: yearStretch(start + to).last };
      return { resolve: () => ({ days }) };
    },
  },
  {
    name: 'season of a year',
    pattern: new RegExp(
      `\\b(?:the )?(?<season>${SEASON})(?: of)? (?<year>${YEAR})(?:[-/](?<next>\\d{2,4}))?(?!\\d)`,
      'g',
    ),
    read: ({ season, year }) => {
      const days = seasonStretch(season ?? '', Number(year));
      return { year: Number(year), resolve: () => ({ days }) };
    },
  },
  {
    name: 'season',
    pattern: new RegExp(
      `\\b(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Tt]his|[Ll]ast|[Pp]ast|before|after|of) (?:the )?(?:early |late )?)(?<season>spring|summer|autumn|winter)\\b(?! of)(?! offensive)`,
      'g',
    ),
    read: ({ season }) => ({
      yearless: true,
      resolve: (context) => latestNotAfter(context, (year) => seasonStretch(season ?? '', year)),
    }),
  },
  {
    name: 'half or quarter of a year',
    pattern: new RegExp(
      `\\b(?:the )?(?:(?<ordinal>${ORDINAL}) (?<piece>half|quarter|three months|six months) of (?:(?<year>${YEAR})|(?<which>this|last|the) year)|Q(?<quarter>[1-4]) (?<quarterYear>${YEAR}))(?!\\d)`,
      'gi',
    ),
    read: ({ ordinal, piece, year, which, quarter, quarterYear }) => {
      const months = /half|six/i.test(piece ?? '') ? 6 : 3;
      const pieces = 12 / months;
      const wanted = quarter === undefined ? ordinalOf(ordinal ?? '') : Number(quarter);
      const index = wanted === -1 ? pieces : wanted;
      if (index > pieces) return null;
      const inYear = (number: number): DayInterval => ({
        first: dayFromCivil(number, (index - 1) * months + 1, 1),
        last: monthStretch(number, index * months).last,
      });
      const written = year ?? quarterYear;
      if (written !== undefined)
        return { year: Number(written), resolve: () => ({ days: inYear(Number(written)) }) };
      const back = (which ?? '').toLowerCase() === 'last' ? 1 : 0;
      return {
        resolve: ({ published }) =>
          published === null ? OPEN : { days: inYear(civilFromDay(published).year - back) },
      };
    },
  },
  {
    name: '11 September 2001',
    pattern: /(?<![\d/])9\/11(?![\d/])/g,
    read: () => {
      const day = dayFromCivil(2001, 9, 11);
      return { resolve: () => ({ days: { first: day, last: day } }) };
    },
  },
];
