import { streamsOf } from '../../model/index.ts';
import type { Effect, Verdict } from '../verdict.ts';
import type { Judgement, JudgeContext } from './context.ts';

type Nouns = NonNullable<Verdict['events']['nouns']>;

/**
 * Says what the two numbers of a verdict count where it is not triggers and responses: deaths and days are no events,
 * and the part of a whole answers nobody.
 */
export function nameCounts(judgement: Judgement, { claimPlan, plan }: JudgeContext): Judgement {
  const { test } = claimPlan;
  const units = new Set(
    streamsOf(test).map((id) => plan.streams.find((stream) => stream.id === id)?.unit.of ?? 'events'),
  );
  const [unit = 'events'] = units;
  const one = unit === 'measure' ? 'amount' : unit.slice(0, -1);
  const many = unit === 'measure' ? 'amount' : unit;
  const whole: Nouns = {
    trigger: [`${one} in the whole`, `${many} in the whole`],
    response: [`${one} in the part`, `${many} in the part`],
  };
  if (test.kind === 'share') return named(judgement, () => whole);
  if (units.size !== 1 || unit === 'events') return judgement;
  return named(judgement, (trigger) => ({
    trigger: [`trigger ${one}`, `trigger ${many}`],
    response: trigger === null ? [one, many] : [`response ${one}`, `response ${many}`],
  }));

  function named({ parts, ...rest }: Judgement, nouns: (trigger: number | null) => Nouns): Judgement {
    return {
      ...rest,
      parts: parts.map((part) => ({
        ...part,
        effect: part.effect && nameUnit(part.effect, one, many),
        events: { ...part.events, nouns: nouns(part.events.trigger) },
      })),
    };
  }
}

function nameUnit(effect: Effect, one: string, many: string): Effect {
  return effect.unit === 'events per trigger event'
    ? { ...effect, unit: `${many} per trigger ${one}` }
    : effect;
}
