import { formatDay } from '../../calendar/index.ts';
import type { Theatre } from '../../language/index.ts';
import type { ClaimTest, CountPanel, Plan } from '../../model/index.ts';
import { countsOf, markRecorded } from '../pairSeries.ts';
import { splitEpisodes, type Episode } from '../splitEpisodes.ts';
import { summariseEpisodes, type EpisodeSummary } from './summariseEpisodes.ts';

/** The episodes between the two sides of one claim. */
export interface ListedEpisodes {
  readonly claim: string;
  readonly first: string;
  readonly second: string;
  /** Recorded days without any act that separate two episodes. */
  readonly calmDays: number;
  /** Why they cannot be split on this record, or null. */
  readonly detail: string | null;
  readonly summary: EpisodeSummary | null;
  readonly episodes: readonly ListedEpisode[];
}

/** An episode with its first and last day as people write them. */
export interface ListedEpisode extends Omit<Episode, 'first' | 'last'> {
  readonly first: string;
  readonly last: string;
}

/** Episodes of every claim about two sides that act on each other: answers, mutual answers, who starts exchanges. */
export function listEpisodes(theatre: Theatre, plan: Plan, panel: CountPanel): ListedEpisodes[] {
  return plan.claims.flatMap(({ claim, test, days }): ListedEpisodes[] => {
    const sides = sidesOf(test);
    if (sides === null) return [];
    const declared = theatre.claims.find(({ name }) => name === claim);
    if (!declared) throw new Error(`the theatre lacks the claim ${claim}`);
    const calmDays = declared.assumptions.calmDays.value;
    const streams = sides.map((id) => plan.streams.find((stream) => stream.id === id));
    const [first, second] = streams;
    if (!first || !second) throw new Error(`the plan lacks a stream of ${claim}`);
    const head = { claim, first: first.text, second: second.text, calmDays };
    const marks = markRecorded(panel, days);
    const detail =
      first.untestable?.detail ??
      second.untestable?.detail ??
      (marks.includes(1) ? null : "none of the claim's days is recorded");
    if (detail !== null) return [{ ...head, detail, summary: null, episodes: [] }];
    const calm = Math.max(1, Math.ceil(calmDays / panel.stepDays));
    const episodes = splitEpisodes(countsOf(panel, first.id), countsOf(panel, second.id), marks, calm);
    const dayOf = (step: number) => panel.first + step * panel.stepDays;
    return [
      {
        ...head,
        detail: null,
        summary: summariseEpisodes(episodes, marks, panel.stepDays),
        episodes: episodes.map((episode) => ({
          ...episode,
          first: formatDay(dayOf(episode.first)),
          last: formatDay(dayOf(episode.last) + panel.stepDays - 1),
        })),
      },
    ];
  });
}

function sidesOf(test: ClaimTest): readonly [string, string] | null {
  switch (test.kind) {
    case 'answer':
      return [test.trigger, test.response];
    case 'mutual':
      return [test.first, test.second];
    case 'exchanges':
      return [test.starter, test.other];
    default:
      return null;
  }
}
