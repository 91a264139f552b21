import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest } from '../../model/index.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { judgeChange } from './judgeChange.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ExpectsTest = Extract<ClaimTest, { kind: 'expects' }>;

/**
 * `expects Q before D`: came true on the day of the first Q between the source's words and the date; did not, where all
 * these days are recorded and hold none; open, while the record ends before the date. `expects possible` can come true
 * and can never fail. A rise or fall is judged as a change against the days before the source spoke.
 */
export function judgeExpects(test: ExpectsTest, context: JudgeContext): Judgement {
  const { plan, panel } = context;
  const stream = streamOf(plan, test.stream);
  if (stream.untestable) return only(untestableVerdict('forecast', stream.untestable));
  const { window } = test;
  if (window === null) {
    const detail =
      'Nobody knows when the source spoke (its declaration has no publication date before the date named), so no days can be looked at.';
    return only(untestableVerdict('forecast', { reason: 'window not covered', detail }));
  }
  const marks = markRecorded(panel, [window]);
  const covered = panel.stepDays * marks.reduce((sum, on) => sum + on, 0);
  const claimed = window.last - window.first + 1;
  const days = `from ${formatDay(window.first)} to ${formatDay(window.last)}`;
  if (covered === 0) {
    const detail = `The record holds none of the days ${days}.`;
    return only(untestableVerdict('forecast', { reason: 'window not covered', detail }));
  }
  if (test.trend !== null) return asChange(test, test.trend, context, covered < claimed, days);
  const counts = countsOf(panel, test.stream);
  const count = countWithin(counts, marks);
  const { finding, reason, because } = resolve(test.possible, count, covered, claimed);
  const step = counts.findIndex((value, at) => value > 0 && marks[at] === 1);
  const when = count === 0 ? '' : `, the first on ${formatDay(panel.first + step * panel.stepDays)}`;
  const verdict: Verdict = {
    part: 'forecast',
    finding,
    reason,
    sentence: `${wordCount(count, stream.unit.of)} ${days} (${covered} of ${claimed} days recorded)${when}: ${because}.`,
    effect: null,
    power: null,
    events: { trigger: null, response: count },
    guards: [],
  };
  return only(verdict);
}

function resolve(
  possible: boolean,
  count: number,
  covered: number,
  claimed: number,
): { readonly finding: Finding; readonly reason: string | null; readonly because: string } {
  if (count > 0) return { finding: 'supported', reason: null, because: 'it came true on this record' };
  if (possible) {
    const because = 'it did not happen on this record; what was called possible cannot fail by not happening';
    return { finding: 'not testable', reason: 'cannot fail', because };
  }
  if (covered < claimed) {
    const because = 'not on the days recorded, and the others are open';
    return { finding: 'not testable', reason: 'not resolved', because };
  }
  return { finding: 'contradicted', reason: null, because: 'it did not come true on this record' };
}

/** The change against the days before, told as a forecast; nothing is settled before its last day is recorded. */
function asChange(
  test: ExpectsTest,
  trend: NonNullable<ExpectsTest['trend']>,
  context: JudgeContext,
  open: boolean,
  days: string,
): Judgement {
  if (test.window === null) throw new Error('a change needs its days');
  const judged = judgeChange(
    {
      kind: 'change',
      stream: test.stream,
      trend,
      steadily: false,
      windows: [test.window],
      base: test.base,
      baseText: 'the days before the source spoke',
      comparison: null,
      by: test.by,
    },
    context,
  );
  const parts = judged.parts.map((part): Verdict => {
    if (test.possible && !open && part.finding === 'contradicted') {
      const sentence = `${part.sentence} What was called possible cannot fail by not happening.`;
      return { ...part, part: 'forecast', finding: 'not testable', reason: 'cannot fail', sentence };
    }
    const settled = !open || part.finding === 'not testable';
    return settled
      ? { ...part, part: 'forecast' }
      : {
          ...part,
          part: 'forecast',
          finding: 'not testable',
          reason: 'not resolved',
          sentence: `Not all days ${days} are recorded, so it is open. So far: ${part.sentence}`,
        };
  });
  return { ...judged, parts, tests: open ? [] : judged.tests };
}

function only(part: Verdict): Judgement {
  return { parts: [part], figures: null, tests: [] };
}
