import { streamsOf, type ClaimTest } from '../../model/index.ts';
import type { Finding, Guard, Verdict } from '../verdict.ts';
import { beginAhead } from './beginAhead.ts';
import type { Judgement, JudgeContext, WholeReading } from './context.ts';

const RULES: readonly ClaimTest['kind'][] = ['answer', 'noExtra', 'shift', 'mutual', 'each'];

/**
 * The whole form judged, and judged anew on every reading of which the numbers cannot be compared with the record's own: another
 * scale of the counts, a silent stretch taken as unrecorded. Where a finding turns on it: `disputed`, and it says so.
 */
export function judgeOtherwise(
  context: JudgeContext,
  judge: (context: JudgeContext) => Judgement,
): Judgement {
  const { test } = context.claimPlan;
  const read = streamsOf(test);
  const readings = (context.wholeReadings ?? []).filter(
    ({ streams, onlyRules }) =>
      streams.some((id) => read.includes(id)) && (!onlyRules || RULES.includes(test.kind)),
  );
  const others = readings.map((reading) => {
    const read = { ...context, panel: reading.panel, readings: [], wholeReadings: [] };
    return { reading, judged: beginAhead('form', { context: read }, () => judge(read)) };
  });
  return others.reduce((own, { reading, judged }) => {
    const other = judged();
    return {
      ...own,
      parts: own.parts.map((part, index) => setBeside(part, other.parts[index], reading)),
    };
  }, judge(context));
}

function setBeside(own: Verdict, other: Verdict | undefined, { name, about }: WholeReading): Verdict {
  const comparable = other?.part === own.part ? other : null;
  const finding: Finding = comparable?.finding ?? 'not testable';
  const turned = own.finding !== 'disputed' && turns(own, comparable, about);
  const guard: Guard = {
    name: about === 'silence' ? 'silent stretch' : 'scale of the counts',
    passed: own.finding === 'disputed' ? null : !turned,
    value: comparable?.effect?.estimate ?? null,
    detail: `${name}: ${finding}${comparable?.reason ? ` (${comparable.reason})` : ''}`,
    tried: [{ name, about, estimate: comparable?.effect?.estimate ?? null, finding, turned }],
  };
  const guards = [...own.guards, guard];
  if (!turned) return { ...own, guards };
  // Roots are no events: their numbers would read as if they were.
  const there = comparable === null || about === 'scale' ? '' : ` There: ${comparable.sentence}`;
  const sentence = `The finding turns on a choice. As the record stands it is ${own.finding}: ${own.sentence} With ${name}, it is ${finding}.${there}`;
  return { ...own, finding: 'disputed', reason: guard.name, sentence, guards };
}

/**
 * What is supported must stay so, and what is not must not become so. A denial (`equivalence`) is turned by the opposite
 * alone: on another scale the smallest effect of interest is another one, and less power turns nothing. A contradiction
 * that rests on silent days is turned where without them something is there, whatever explains it.
 */
function turns({ finding, reason }: Verdict, other: Verdict | null, about: WholeReading['about']): boolean {
  if (reason === 'equivalence') return other?.finding === 'contradicted';
  if (finding === 'supported') return other?.finding !== 'supported';
  if (other?.finding === 'supported') return true;
  return about === 'silence' && finding === 'contradicted' && other?.finding === 'not separable';
}
