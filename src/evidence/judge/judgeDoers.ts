import type { ClaimTest } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import type { Verdict } from '../verdict.ts';
import { askReading } from './askReading.ts';
import { beginAhead } from './beginAhead.ts';
import type { Judgement, JudgeContext, Reading } from './context.ts';
import { judgeRule } from './judgeRule.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;

/**
 * A rule judged, and where its answer is not found, or denied, on the record as it stands, asked again of every other
 * reading of who did what. What is found is tried on the readings by its own judge; without this, contested events that
 * the record gives to nobody, or to somebody else, could hide an answer unseen. Where a reading bears the answer out:
 * `disputed`.
 */
export function judgeDoers(test: AnswerTest, context: JudgeContext): Judgement {
  const others = context.readings
    .filter((reading) => touches(reading, test, context))
    .map((reading) => {
      const read = { ...context, panel: reading.panel, readings: [] };
      return { reading, ask: beginAhead('doers', { context: read, test }, () => askReading(test, read)) };
    });
  const own = judgeRule(test, context);
  const [first] = own.parts;
  if (!first || !isOpen(first)) return own;
  const wanted = test.kind === 'answer' ? 'supported' : 'contradicted';
  for (const { reading, ask } of others) {
    const other = ask();
    if (other?.finding === wanted) return turn(own, other, reading);
  }
  return own;
}

/** Nothing found, or denied because nothing was found. */
function isOpen({ finding, reason }: Verdict): boolean {
  return finding === 'contradicted' || finding === 'too few events' || reason === 'equivalence';
}

function touches({ panel, about }: Reading, test: AnswerTest, context: JudgeContext): boolean {
  if (about !== 'doers' && about !== 'direction') return false;
  const condition = test.nested === null ? [] : [test.nested.stream];
  return [test.trigger, test.response, ...condition].some((id) => {
    const before = countsOf(context.panel, id);
    return countsOf(panel, id).some((count, step) => count !== before[step]);
  });
}

function turn(own: Judgement, other: Verdict, { name, about }: Reading): Judgement {
  const reason = about === 'direction' ? 'direction policy' : 'readings';
  const tried = {
    name,
    about,
    estimate: other.effect?.estimate ?? null,
    finding: other.finding,
    turned: true,
  };
  const parts = own.parts.map((part): Verdict => {
    if (part.part !== 'timing' && part.part !== 'cause') return part;
    const detail = `${name}: ${other.finding}`;
    return {
      ...part,
      finding: 'disputed',
      reason,
      sentence: `The finding turns on a choice. As the record stands it is ${part.finding}: ${part.sentence} With ${name}, it is ${other.finding}: ${other.sentence}`,
      guards: [...part.guards, { name: reason, passed: false, value: 0, detail, tried: [tried] }],
    };
  });
  const [timing] = parts;
  if (about !== 'doers' || !timing) return { ...own, parts };
  const attribution: Verdict = {
    ...timing,
    part: 'attribution',
    reason: 'doer contested',
    sentence: `It turns on who did it: with ${name}, it is ${other.finding}.`,
  };
  return { ...own, parts: [...parts, attribution] };
}
