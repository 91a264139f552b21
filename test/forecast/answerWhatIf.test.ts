import { describe, expect, it } from 'vitest';
import { answerWhatIf } from '../../src/forecast/index.ts';
import type { WhatIfAnswer } from '../../src/forecast/index.ts';
import {
  borderTheatre,
  drawBorder,
  expectedTotals,
  FACTOR,
  panelOf,
  planOf,
  type Scenario,
} from './borderTheatre.ts';

const DAYS = 120;
const theatre = borderTheatre(`whatif "no answers" from 2024-01-01 for ${DAYS} days
  without SouthAnswers
whatif "truce" from 2024-01-01 for ${DAYS} days
  truce between North and South
whatif "calm north" from 2024-01-01 for ${DAYS} days
  no North attacks on South
whatif "half" from 2024-01-01 for ${DAYS} days
  50 percent of South strikes on North
whatif "a tenth less" from 2024-01-01 for ${DAYS} days
  90 percent of North attacks on South
whatif "total" from 2024-01-01 for ${DAYS} days
  without Many
whatif "huge" from 2024-01-01 for ${DAYS} days
  1000000000 percent of South strikes on North
whatif "before" from 2019-01-01 for ${DAYS} days
  without SouthAnswers
whatif "far" from 2034-01-01 for ${DAYS} days
  without SouthAnswers
whatif "inside" from 2022-01-01 for ${DAYS} days
  without SouthAnswers
`);
const plan = planOf(theatre);
const columns = drawBorder(4);
const panel = panelOf(plan, columns);

function answerAnew(title: string, seed = 1, paths = 2000) {
  const whatIf = theatre.whatIfs.find((one) => one.title === title)!;
  return answerWhatIf(theatre, plan, panel, whatIf, { seed, paths });
}

const asked = new Map<string, ReturnType<typeof answerAnew>>();

/** Each what-if is answered once; the tests look at it from several sides. */
function ask(title: string) {
  const answer = asked.get(title) ?? answerAnew(title);
  asked.set(title, answer);
  return answer;
}

async function answered(title: string): Promise<WhatIfAnswer> {
  const answer = await ask(title);
  if (answer.kind !== 'answer') throw new Error(answer.detail);
  return answer;
}

function effectOn(answer: WhatIfAnswer, text: string) {
  const stream = plan.streams.find((one) => one.text === text)!.id;
  return answer.effects.find((one) => one.stream === stream)!;
}

const ATTACKS = 'North attacks South';
const STRIKES = 'South strikes North';
const truthOf = (scenario: Scenario) => {
  const [asIs, changed] = [expectedTotals(columns, DAYS), expectedTotals(columns, DAYS, scenario)];
  return { north: changed.north - asIs.north, south: changed.south - asIs.south };
};

describe('what-ifs on a made border match its truth', () => {
  it.each([
    ['no answers', { rho: 0 }],
    ['truce', { factor: { north: FACTOR, south: FACTOR } }],
    ['calm north', { factor: { north: 0, south: 1 } }],
    ['half', { factor: { north: 1, south: 0.5 } }],
  ] as const)('%s', async (title, scenario) => {
    const truth = truthOf(scenario);
    const answer = await answered(title);
    for (const [text, side] of [
      [ATTACKS, 'north'],
      [STRIKES, 'south'],
    ] as const) {
      const { difference, interval95, without } = effectOn(answer, text);
      const [lower, upper] = interval95!;
      expect(lower).toBeLessThanOrEqual(truth[side] + 1e-9);
      expect(upper).toBeGreaterThanOrEqual(truth[side] - 1e-9);
      // Not by an interval so wide that it holds everything.
      expect(Math.abs(difference - truth[side])).toBeLessThan(0.2 * without);
      expect(difference).toBeGreaterThanOrEqual(lower);
      expect(difference).toBeLessThanOrEqual(upper);
    }
  });

  // A pair says what is expected, given its two pasts: the chance of the events themselves is in none of them.
  it.each(['a tenth less', 'no answers', 'truce', 'calm north', 'half'])(
    'pairing takes at least nine tenths of the variance away: %s',
    async (title) => {
      for (const { pairedVariance, unpairedVariance } of (await answered(title)).effects)
        expect(pairedVariance * 10).toBeLessThanOrEqual(unpairedVariance);
    },
  );

  it('leaves alone what the change cannot reach, path by path', async () => {
    const effect = effectOn(await answered('no answers'), ATTACKS);
    expect(effect).toMatchObject({ difference: 0, pairedVariance: 0, fewer: 0, more: 0 });
  });
});

describe('a truce of declared strength and a period that is opened', () => {
  const PAST = `period Past from 2020-01-01 to 2023-12-30
period Later from 2030-01-01 to 2030-12-31
claim InPast by Gazette
  when North attacks South then South strikes North within 10 days
  during Past
`;
  const opened = borderTheatre(`${PAST}whatif "declared" from 2024-01-01 for ${DAYS} days
  truce between North and South at 30 percent
whatif "opened" from 2024-01-01 for ${DAYS} days
  during Past
whatif "nothing in it" from 2024-01-01 for ${DAYS} days
  during Later
`);
  const onlyInPast = { ...opened, claims: opened.claims.filter(({ name }) => name !== 'SouthAnswers') };
  const askOf = (from: typeof opened, title: string) =>
    answerWhatIf(
      from,
      planOf(from),
      panelOf(planOf(from), columns),
      from.whatIfs.find((one) => one.title === title)!,
      {
        seed: 1,
        paths: 1000,
      },
    );

  it('the truce leaves what was declared, in both directions', async () => {
    const truth = truthOf({ factor: { north: 0.3, south: 0.3 } });
    const answer = await askOf(opened, 'declared');
    if (answer.kind !== 'answer') throw new Error(answer.detail);
    const [north, south] = [ATTACKS, STRIKES].map((text) => effectOn(answer, text));
    for (const [effect, side] of [
      [north!, 'north'],
      [south!, 'south'],
    ] as const) {
      expect(effect.interval95![0]).toBeLessThanOrEqual(truth[side]);
      expect(effect.interval95![1]).toBeGreaterThanOrEqual(truth[side]);
    }
  });

  it('a rule that holds only during a period answers again when it is opened', async () => {
    const answer = await askOf(onlyInPast, 'opened');
    if (answer.kind !== 'answer') throw new Error(answer.detail);
    expect(answer.restsOn).toEqual(['InPast']);
    const plan = planOf(onlyInPast);
    const south = plan.streams.find(({ text }) => text === 'acts of force by South on North')!;
    const strikes = answer.effects.find(({ stream }) => stream === south.id)!;
    const truth = -truthOf({ rho: 0 }).south;
    expect(strikes.interval95![0]).toBeLessThanOrEqual(truth);
    expect(strikes.interval95![1]).toBeGreaterThanOrEqual(truth);
    expect(strikes.difference).toBeGreaterThan(0.5 * truth);
  });

  it('a period that no rule knows changes nothing, and says so', async () => {
    expect(await askOf(opened, 'nothing in it')).toMatchObject({
      kind: 'no answer',
      detail: expect.stringMatching(/holds only during or outside Later/),
    });
  });
});

describe('a what-if', () => {
  it('does not see what came after it begins', async () => {
    const cut = {
      ...panel,
      counts: panel.counts.map((own) => own.map((count, t) => (t < 731 ? count : 99))),
    };
    const whatIf = theatre.whatIfs.find(({ title }) => title === 'inside')!;
    const options = { seed: 1, paths: 200 };
    expect(await answerWhatIf(theatre, plan, cut, whatIf, options)).toEqual(
      await answerWhatIf(theatre, plan, panel, whatIf, options),
    );
  });

  it('gives the same numbers for the same seed, others for another', async () => {
    const [one, two, other] = [
      await answerAnew('half', 1, 200),
      await answerAnew('half', 1, 200),
      await answerAnew('half', 2, 200),
    ];
    expect(one).toEqual(two);
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other).replace('"seed":2', '"seed":1'));
  });

  it.each([
    ['total', /^Many has no part in the model that could be dropped: it does not say how events follow/],
    ['huge', /at most 10000 percent can be asked for/],
    ['before', /begins on 2019-01-01, and the record holds nothing before that day/],
    ['far', /at most 3660 are simulated/],
  ])('%s is refused with a sentence', async (title, message) => {
    expect(await ask(title)).toMatchObject({ kind: 'no answer', detail: expect.stringMatching(message) });
  });
});
