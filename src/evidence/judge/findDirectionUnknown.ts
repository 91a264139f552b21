import { pairsOf, streamsOf, type PlannedStream, type Untestability } from '../../model/index.ts';
import { pairKey } from '../gatherDirection.ts';
import { findAbsent } from '../testability.ts';
import type { Part } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { untestableVerdict } from './untestableVerdict.ts';

/**
 * The verdict `not testable: direction unknown` where nothing tells who acted: both sides of a test take the same
 * events, or neither side's events tell it. What the record lacks altogether is told first; null where all is well.
 */
export function findDirectionUnknown(context: JudgeContext): Judgement | null {
  const { claimPlan, plan, facts } = context;
  const { test } = claimPlan;
  const ids = [...new Set(streamsOf(test))];
  const streams = ids.map((id) => streamOf(plan, id));
  const obstacle = describeShared(context) ?? describeReversed(context, streams);
  if (!obstacle || streams.some(({ untestable }) => untestable)) return null;
  const absent = plan.recorded.length === 0 ? null : findAbsent(streams, facts);
  return { parts: [untestableVerdict(partOf(test.kind), absent ?? obstacle)], figures: null, tests: [] };
}

function describeShared(context: JudgeContext): Untestability | null {
  const { direction, plan, facts, claimPlan } = context;
  if (!direction) return null;
  for (const [a, b] of pairsOf(claimPlan.test)) {
    const names = `"${streamOf(plan, a).text}" and "${streamOf(plan, b).text}"`;
    const shared = direction.shared.get(pairKey(a, b)) ?? 0;
    if (shared > 0) {
      const events = shared === 1 ? 'one event' : `${shared} of the same events`;
      return {
        reason: 'direction unknown',
        detail: `${names} take ${events}: the record names two sides there and does not say which of them acted, so what came first and what answered cannot be told apart. ${HINT}`,
      };
    }
    if (isUntold(a) && isUntold(b)) {
      return {
        reason: 'direction unknown',
        detail: `Of no event of ${names} does the record say which of its two sides acted. ${HINT}`,
      };
    }
  }
  return null;

  function isUntold(id: string): boolean {
    const total = facts.get(id)?.total ?? 0;
    return total > 0 && (direction?.undirected.get(id) ?? 0) >= total;
  }
}

/** Two patterns of the file let both sides act on each other by the means of one. */
function describeReversed(
  { direction, plan }: JudgeContext,
  streams: readonly PlannedStream[],
): Untestability | null {
  for (const { id, text, reversedBy } of streams) {
    for (const other of reversedBy ?? []) {
      const shared = direction?.reversed.get(pairKey(id, other)) ?? 0;
      if (shared === 0) continue;
      const detail =
        `\`direction by means\` says that one side alone has the means, but "${text}" and "${streamOf(plan, other).text}" ` +
        `let both act by the same ones: ${wordCount(shared, 'events')} would count for either. Limit the acts to those ` +
        'that one side alone can do, or write `direction as told`.';
      return { reason: 'direction unknown', detail };
    }
  }
  return null;
}

const HINT =
  'Where one side alone has the means, `direction by means` says so; `direction recorded` takes the columns as they stand.';

function partOf(kind: string): Part {
  if (kind === 'event' || kind === 'total' || kind === 'share') return kind;
  return ['answer', 'noExtra', 'mutual', 'each', 'sameDay'].includes(kind) ? 'timing' : 'rate';
}
