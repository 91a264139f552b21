import { describe, expect, it } from 'vitest';
import {
  drawTheatre,
  forecastTheatre,
  modelTheatre,
  panelUpTo,
  simulateEnsemble,
} from '../../src/forecast/index.ts';
import { compile, type CountPanel, type Plan } from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { theatreOf } from '../language/theatreText.ts';
import { SMALL_HEAD } from '../model/smallTheatre.ts';

const CLAIMS = `claim Answers by Undated
  when South attacks North then North strikes South within 10 days
claim Twin by Undated
  when South attacks North then North strikes South within 10 days
claim Mutual by Undated
  South attacks North and East attacks West answer each other within 5 days
claim Deterred by Undated
  when North strikes South then fewer South attacks on North for 30 days
claim Fell by Undated
  South attacks on North fall from 2021-03-01
claim Later by Undated
  West attacks on East fall from 2021-11-01
claim Truce by Undated
  truce between East and West from 2020-05-01 to 2020-06-30 expected from 2020-04-20
claim Many by Undated
  more than 10 West attacks on East from 2020-01-01 to 2020-12-31
claim Same by Undated
  when West attacks East then West attacks East within 3 days
`;

const plan = compile(theatreOf(SMALL_HEAD + CLAIMS), {
  recordDays: null,
});

function panelFor({ first, last, streams }: Plan, rate = 0.5): CountPanel {
  const steps = last - first + 1;
  const random = randomStream(4, 'counts of a small theatre');
  return {
    first,
    stepDays: 1,
    steps,
    streams: streams.map(({ id }) => id),
    counts: streams.map(() => Float64Array.from({ length: steps }, () => random.poisson(rate))),
    recorded: new Uint8Array(steps).fill(1),
    coverage: streams.map(() => new Float64Array(steps).fill(1)),
  };
}

const textOf = (id: string) => plan.streams.find((stream) => stream.id === id)?.text;
const panel = panelFor(plan);
const model = modelTheatre(plan, panel);
const ruleOf = (claim: string) =>
  model.rules
    .filter((rule) => rule.claim === claim)
    .map(({ stream, term, of }) => `${of} ${term}: ${textOf(stream)}`);

describe('modelTheatre', () => {
  it('makes every stream that a claim speaks about a receiving stream with its own history', () => {
    expect(model.streams.map(({ stream }) => stream)).toEqual(plan.streams.map(({ id }) => id));
    for (const { stream, answers } of model.streams)
      expect(answers?.[0]).toMatchObject({ name: 'own history', from: stream });
  });

  it('turns claims into terms', () => {
    expect(ruleOf('Answers')).toEqual(['answer Answers: North strikes South']);
    expect(ruleOf('Mutual')).toEqual([
      'answer Mutual there: East attacks West',
      'answer Mutual back: South attacks North',
    ]);
    expect(ruleOf('Deterred')).toEqual(['modifier Deterred: South attacks on North']);
    expect(ruleOf('Truce').length).toBe(2);
    const fell = model.streams.flatMap(({ modifiers = [] }) => modifiers).find(({ name }) => name === 'Fell');
    // What still holds on the record's last day goes on.
    expect(fell?.of === 'dates' && fell.days.at(-1)!.last).toBeGreaterThan(plan.last + 1000);
  });

  it('names what adds no term, and why', () => {
    const why = Object.fromEntries(model.leftOut.map(({ what, why: reason }) => [what, reason]));
    expect(why['Twin']).toContain('same term as Answers');
    expect(why['Many']).toContain('does not say how');
    expect(why['Same']).toContain('own history');
  });
});

describe('drawTheatre', () => {
  it('leaves out what no step before the origin shows, and says so', () => {
    const seen = drawTheatre(model, panelUpTo(panel, 600), { seed: 1, proposals: 300, draws: 50 });
    if (seen.kind === 'failed') throw new Error(seen.detail);
    expect(seen.model.rules.map(({ claim }) => claim)).not.toContain('Later');
    expect(seen.model.leftOut.find(({ what }) => what === 'Later')?.why).toContain('no recorded step');
    expect(seen.streams.map(({ stream }) => stream)).toEqual(model.streams.map(({ stream }) => stream));
    expect(seen.unstableShare).toBeLessThan(0.2);
  });

  it('forecasts silent streams, from what their silence allows', () => {
    const silent = panelFor(plan, 0);
    const draws = drawTheatre(model, silent, { seed: 1, proposals: 300, draws: 50 });
    if (draws.kind === 'failed') throw new Error(draws.detail);
    const { streams } = simulateEnsemble(draws, silent, { seed: 1, paths: 200, steps: 3 });
    for (const { mean } of streams) expect(mean[0]).toBeLessThan(0.05);
  });

  it('refuses a theatre whose exchanges never end, and one without streams', () => {
    const grown = panelFor(plan);
    const own = grown.counts.map((counts) =>
      counts.map((_, t) => Math.round(3 * Math.exp(Math.max(0, t - 380) / 60))),
    );
    const wild = { ...panelUpTo({ ...grown, counts: own }, 700) };
    const [first] = model.streams;
    const alone = {
      streams: [{ ...first!, trend: 'none' as const, modifiers: [], answers: first!.answers!.slice(0, 1) }],
      rules: [],
      leftOut: [],
    };
    expect(forecastTheatre(alone, wild, { seed: 1, paths: 50, steps: 30 })).toMatchObject({
      kind: 'failed',
      reason: 'unstable',
    });
    const none = { streams: [], rules: [], leftOut: [] };
    expect(forecastTheatre(none, panel, { seed: 1, paths: 50, steps: 30 })).toMatchObject({
      kind: 'failed',
      reason: 'nothing to forecast',
    });
  });
});
