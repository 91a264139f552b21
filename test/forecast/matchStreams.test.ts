import { describe, expect, it } from 'vitest';
import { matchStreams } from '../../src/forecast/matchStreams.ts';
import type { ResolvedAmount } from '../../src/language/index.ts';
import { theatreOf } from '../language/theatreText.ts';
import { planOf } from './borderTheatre.ts';

const theatre = theatreOf(`tacit 1
theatre "Two sides"
record "events.csv"
  covers 2021-01-01 to 2022-12-31
actor North
actor South
place Ford at 10 N 10 E within 5 km
source Paper published 2023-01-01
claim Answers by Paper
  when North strikes South then South strikes North within 14 days
claim Local by Paper
  North strikes on South in Ford fall from 2022-01-01
claim Force by Paper
  truce by North toward South from 2022-06-01 to 2022-09-01
whatif "calm" from 2023-01-01 for 30 days
  no North strikes on South
`);
const plan = planOf(theatre);
const textsOf = (ids: readonly string[]) =>
  ids.map((id) => plan.streams.find((stream) => stream.id === id)!.text);

describe('the streams that a what-if speaks of', () => {
  const amount: ResolvedAmount = theatre.whatIfs[0]!.scaled[0]!.amount;
  const { equal, inside, partly, untold } = matchStreams(theatre, plan, amount);

  it('are the amount itself and its parts', () => {
    expect(textsOf(equal)).toEqual(['North strikes South']);
    expect(textsOf(inside)).toEqual(['North strikes on South in Ford']);
  });

  it('are some of a wider pattern', () => {
    expect(textsOf(partly)).toEqual(['acts of force by North on South']);
  });

  it('the other way round share only what does not tell who acted', () => {
    expect(textsOf(untold)).toEqual(['South strikes North']);
  });
});
