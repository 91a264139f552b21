import { summariseEpisodes } from '../episodes/summariseEpisodes.ts';
import type { Episode } from '../splitEpisodes.ts';
import type { EpisodesPicture } from './shownPictures.ts';

/** Who starts, who ends and how many rounds: the numbers of `tacit episodes` as a picture shows them. */
export function episodesPicture(
  episodes: readonly Episode[],
  usable: Uint8Array,
  stepDays: number,
  names: { readonly first: string; readonly second: string; readonly calmDays: number },
): EpisodesPicture {
  const { oneSided, startedBy, endedBy, exchanges } = summariseEpisodes(episodes, usable, stepDays);
  const both = episodes.filter(({ firstActs, secondActs }) => firstActs > 0 && secondActs > 0);
  const lengths = [...new Set(both.map(({ rounds }) => rounds))].sort((a, b) => a - b);
  return {
    ...names,
    episodes: episodes.length,
    exchanges,
    oneSided,
    startedBy,
    endedBy,
    rounds: lengths.map((rounds) => ({
      rounds,
      exchanges: both.filter((one) => one.rounds === rounds).length,
    })),
  };
}
