import type { Episode } from '../splitEpisodes.ts';

/** Of the episodes that one side began, in how many the other acted at all. */
export interface Answered {
  readonly begun: number;
  readonly answered: number;
  /** Null where it began none. */
  readonly share: number | null;
}

/** What a list of episodes looks like: who starts, how often the other side answers, how long it goes on, who ends. */
export interface EpisodeSummary {
  readonly episodes: number;
  /** Episodes in which both sides acted. */
  readonly exchanges: number;
  readonly oneSided: { readonly first: number; readonly second: number };
  /** `unknown`: unrecorded days lie just before. */
  readonly startedBy: {
    readonly first: number;
    readonly second: number;
    readonly both: number;
    readonly unknown: number;
  };
  /** Of exchanges. */
  readonly endedBy: { readonly first: number; readonly second: number; readonly both: number };
  readonly answered: { readonly first: Answered; readonly second: Answered };
  /** Changes of the acting side in an exchange; null where there is none. */
  readonly rounds: { readonly mean: number; readonly median: number; readonly most: number } | null;
  /** Days of an episode from its first to its last act. */
  readonly days: { readonly median: number; readonly longest: number } | null;
  /** Calm days between an episode and the next, where all of them are recorded. */
  readonly calmAfter: { readonly known: number; readonly median: number; readonly longest: number } | null;
}

/**
 * Counts over episodes in their order. An episode of one side only is no exchange; it counts as begun and not answered.
 * Beginnings behind unrecorded days are set apart, since nobody knows who acted before.
 */
export function summariseEpisodes(
  episodes: readonly Episode[],
  usable: Uint8Array,
  stepDays: number,
): EpisodeSummary {
  const exchanges = episodes.filter(isExchange);
  const known = episodes.filter(({ beginningKnown }) => beginningKnown);
  const count = (list: readonly Episode[], by: 'startedBy' | 'endedBy', side: Episode['startedBy']) =>
    list.filter((one) => one[by] === side).length;
  const answered = (side: 'first' | 'second'): Answered => {
    const begun = known.filter(({ startedBy }) => startedBy === side);
    const both = begun.filter(isExchange).length;
    return { begun: begun.length, answered: both, share: begun.length === 0 ? null : both / begun.length };
  };
  const rounds = exchanges.map((one) => one.rounds);
  const days = episodes.map(({ first, last }) => (last - first + 1) * stepDays);
  const calm = calmSpells(episodes, usable).map((steps) => steps * stepDays);
  return {
    episodes: episodes.length,
    exchanges: exchanges.length,
    oneSided: {
      first: episodes.filter(({ secondActs }) => secondActs === 0).length,
      second: episodes.filter(({ firstActs }) => firstActs === 0).length,
    },
    startedBy: {
      first: count(known, 'startedBy', 'first'),
      second: count(known, 'startedBy', 'second'),
      both: count(known, 'startedBy', 'both'),
      unknown: episodes.length - known.length,
    },
    endedBy: {
      first: count(exchanges, 'endedBy', 'first'),
      second: count(exchanges, 'endedBy', 'second'),
      both: count(exchanges, 'endedBy', 'both'),
    },
    answered: { first: answered('first'), second: answered('second') },
    rounds:
      rounds.length === 0 ? null : { mean: mean(rounds), median: median(rounds), most: Math.max(...rounds) },
    days: days.length === 0 ? null : { median: median(days), longest: Math.max(...days) },
    calmAfter:
      calm.length === 0 ? null : { known: calm.length, median: median(calm), longest: Math.max(...calm) },
  };
}

function isExchange({ firstActs, secondActs }: Episode): boolean {
  return firstActs > 0 && secondActs > 0;
}

/** Steps between neighbouring episodes all of which are recorded. */
function calmSpells(episodes: readonly Episode[], usable: Uint8Array): number[] {
  return episodes.slice(1).flatMap(({ first }, index) => {
    const from = (episodes[index]?.last ?? first) + 1;
    const spell = usable.subarray(from, first);
    return spell.every((on) => on === 1) ? [spell.length] : [];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
