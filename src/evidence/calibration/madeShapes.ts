import type { MadeKind } from './madeKind.ts';
import type { MadeWorld } from './madeWorld.ts';

const RECORDS = 100;
/** Thin enough that a window of 14 days often holds nothing. */
const THIN = 0.1;

const shape = (name: string, about: string, world: MadeWorld): MadeKind => ({
  name,
  about,
  group: 'no rule',
  world,
  records: RECORDS,
  claims: ['when', 'mutual'],
});

const wave = (tau: number) => ({ tau, sd: 1 });

/**
 * Shared ups and downs of other shapes than those on which the procedure was thought out, and coding twice where a wave or
 * a thin record makes it harder to see. No rule in any of them.
 */
export const MADE_SHAPES: readonly MadeKind[] = [
  shape(
    'saw teeth',
    'both rates rise by degrees over some weeks, by one to two in log-rate, and fall back at once',
    { sawTeeth: true },
  ),
  shape('waves of 5 and 100 days', 'two waves at once, sd 0.8 each', {
    wave: { tau: 5, sd: 0.8 },
    secondWave: { tau: 100, sd: 0.8 },
  }),
  shape('silence under a wave', 'a wave of 15 days, and 200 days on which next to nothing happens', {
    wave: wave(15),
    campaign: { days: 200, times: 0.05 },
  }),
  shape('offensives', 'both rates are sixfold on the same 45 days of every year', {
    rateA: 0.15,
    rateB: 0.15,
    offensives: { times: 6 },
  }),
  shape('weekly batches', 'a wave of 15 days; all events of a week are dated on its first day', {
    wave: wave(15),
    batchDays: 7,
  }),
  shape('thin, wave 10 days', 'a wave of 10 days, both sides 0.1 a day', {
    rateA: THIN,
    rateB: THIN,
    wave: wave(10),
  }),
  shape('overdispersed, wave 10 days', 'a wave of 10 days, Var = mean + 3 mean²', { psi: 3, wave: wave(10) }),
  shape('news', 'unrecorded news set both sides off for some days, from their own day on', {
    rateA: THIN,
    rateB: THIN,
    news: { everyDays: 20, acts: 4, quickA: 0.35, quickB: 0.35, late: 0 },
  }),
  shape('news, A first', 'unrecorded news set A off within a day or two, B on the days after', {
    rateA: THIN,
    rateB: THIN,
    news: { everyDays: 20, acts: 3, quickA: 0.7, quickB: 0.35, late: 1 },
  }),
  {
    ...shape(
      'news, A at once',
      'unrecorded news that sets A off several times on its day, B on the days after',
      {
        days: 1826,
        rateA: 0.05,
        rateB: 0.06,
        ownA: 0,
        ownB: 0,
        psi: 0,
        news: { everyDays: 28, acts: 3, quickA: 1, quickB: 0.25, late: 1 },
      },
    ),
    claims: ['more soon', 'when', 'more'],
  },
  {
    ...shape('news that stills B', 'on unrecorded news A acts several times, and B less for 30 days', {
      rateA: 0.05,
      rateB: 0.6,
      stilling: { everyDays: 60, times: 0.3, days: 30 },
    }),
    claims: ['fewer', 'when'],
  },
  {
    ...shape(
      'sides swapped 12 %, wave 30 days',
      '12 % of all rows stand again with sides swapped, five years',
      {
        days: 1826,
        rateA: 0.15,
        rateB: 0.15,
        ownA: 0,
        ownB: 0,
        psi: 0,
        sidesSwapped: 0.12,
        wave: { tau: 30, sd: 0.9 },
      },
    ),
    claims: ['when', 'mutual', 'more soon'],
  },
  shape('coded twice 15 %, thin', "15 % of A's incidents stand a second time as B's, both sides 0.1 a day", {
    rateA: THIN,
    rateB: THIN,
    codedTwice: 0.15,
  }),
  shape('coded twice 15 %, wave 30 days', 'the same at 0.3 a day under a wave of 30 days', {
    codedTwice: 0.15,
    wave: wave(30),
  }),
];
