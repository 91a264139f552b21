import { judge, type Verdict } from '../../../src/evidence/index.ts';
import { fitAnswer, type AnswerFit } from '../../../src/evidence/judge/fitAnswer.ts';
import { cutPair } from '../../../src/evidence/pairSeries.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair, type MadePair } from '../makePair.ts';

const DAYS = 730;
const DELAY = { family: 'geometric', from: 1, to: 14 } as const;

const answer = (place: number): Extract<ClaimTest, { kind: 'answer' }> => ({
  kind: 'answer',
  trigger: `a${place}`,
  response: `b${place}`,
  delay: DELAY,
  share: null,
  nested: null,
});

const total = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);

/** `when A then B within 14 days` in each of several made places of two years. */
export function judgePlaces(
  seed: number,
  places: number,
  world: (place: number) => Omit<MadePair, 'days'>,
): readonly Verdict[] {
  const pairs = Array.from({ length: places }, (_, place) =>
    makePair(seed * 100 + place, { days: DAYS, ...world(place) }),
  );
  const members = pairs.map((_, place) => ({ label: `P${place}`, test: answer(place) }));
  const [{ a, b } = { a: new Float64Array(DAYS), b: new Float64Array(DAYS) }] = pairs;
  const base = makeContext(a, b, { kind: 'each', members });
  const counts = new Map(
    pairs.flatMap((pair, place) => [[`a${place}`, pair.a] as const, [`b${place}`, pair.b] as const]),
  );
  const [model] = base.plan.streams;
  if (!model) throw new Error('the made plan has no stream');
  return judge({
    ...base,
    plan: { ...base.plan, streams: [...counts.keys()].map((id) => ({ ...model, id, text: id })) },
    panel: { ...base.panel, streams: [...counts.keys()], counts: [...counts.values()] },
    facts: new Map([...counts].map(([id, values]) => [id, { total: total(values), tooCoarse: 0 }])),
  }).parts;
}

/** The base fit of the same claim in one made place. */
export function fitPlace(seed: number, world: Omit<MadePair, 'days'>): AnswerFit {
  const { a, b } = makePair(seed, { days: DAYS, ...world });
  const { panel, claimPlan } = makeContext(a, b, answer(0));
  const fit = fitAnswer(
    cutPair(panel, claimPlan, claimPlan.days, { trigger: 's1', response: 's2' }, { from: 1, to: 14 }),
    DELAY,
  );
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return fit;
}
