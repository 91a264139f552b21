import { formatPercent } from './formatNumber.ts';
import type { ShownForecast, ShownStream } from './shownForecast.ts';

/** More silent patterns than these are told in one sentence. */
const FEW = 3;

export interface SplitStreams {
  /** Patterns that get a line of their own, in the order of the file. */
  readonly shown: readonly ShownStream[];
  /** Patterns without any event in the record, where there are many; and one sentence about them. */
  readonly silent: readonly ShownStream[];
  readonly sentence: string | null;
}

/** Patterns of which nothing was ever recorded say the same thing each: they are told together. */
export function splitSilent({ streams, days }: Pick<ShownForecast, 'streams' | 'days'>): SplitStreams {
  const silent = streams.filter(({ everRecorded }) => everRecorded === 0);
  if (silent.length <= FEW) return { shown: streams, silent: [], sentence: null };
  const most = Math.max(...silent.map(({ atLeastOne }) => atLeastOne));
  return {
    shown: streams.filter((stream) => !silent.includes(stream)),
    silent,
    sentence: `Of ${silent.length} patterns the record has no event; what such a silence allows is one within these ${days} days in at most ${formatPercent(most)} of the futures, each.`,
  };
}
