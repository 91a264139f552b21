import type { Answered, EpisodeSummary, ListedEpisodes } from '../evidence/index.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { wrapText } from './terminalText.ts';

/** Episodes for a terminal: a paragraph of counts for each claim about two sides. */
export function renderEpisodes(listed: readonly ListedEpisodes[], columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const lines = showControls(listed).flatMap((one) => {
    const indent = (text: string) => wrapText(text, width - 2).map((line) => `  ${line}`);
    const words =
      one.summary === null ? [`not split: ${one.detail ?? '–'}`] : describeSummary(one, one.summary);
    return [...wrapText(`${one.claim}: ${one.first} / ${one.second}`, width), ...words.flatMap(indent), ''];
  });
  return [...lines, ...wrapText(NOTE, width), ''].join('\n');
}

const NOTE =
  'Episodes are counts, not a verdict. Days have no order inside: where both sides act on the first day, nobody is said to have begun.';

function describeSummary({ first, second, calmDays }: ListedEpisodes, summary: EpisodeSummary): string[] {
  const { episodes, exchanges, oneSided, startedBy, endedBy, answered, rounds, days, calmAfter } = summary;
  return [
    `${formatCount(episodes, 'episode')} apart by ${formatCount(calmDays, 'day')} of calm: ${formatCount(exchanges, 'exchange')}, ` +
      `${formatNumber(oneSided.first)} of "${first}" alone, ${formatNumber(oneSided.second)} of "${second}" alone`,
    `begun by "${first}" ${formatNumber(startedBy.first)}, by "${second}" ${formatNumber(startedBy.second)}, ` +
      `both on the first day ${formatNumber(startedBy.both)}, not known ${formatNumber(startedBy.unknown)}`,
    `answered: ${describeAnswered(first, answered.first)}; ${describeAnswered(second, answered.second)}`,
    `exchanges ended by "${first}" ${formatNumber(endedBy.first)}, by "${second}" ${formatNumber(endedBy.second)}, both on the last day ${formatNumber(endedBy.both)}`,
    ...(rounds === null
      ? []
      : [
          `rounds of an exchange: median ${formatNumber(rounds.median)}, mean ${formatNumber(rounds.mean)}, most ${formatNumber(rounds.most)}`,
        ]),
    ...(days === null
      ? []
      : [`days of an episode: median ${formatNumber(days.median)}, longest ${formatNumber(days.longest)}`]),
    ...(calmAfter === null
      ? []
      : [
          `calm days to the next: median ${formatNumber(calmAfter.median)}, longest ${formatNumber(calmAfter.longest)} (known after ${formatCount(calmAfter.known, 'episode')})`,
        ]),
  ];
}

function describeAnswered(side: string, { begun, answered, share }: Answered): string {
  return begun === 0
    ? `"${side}" began none`
    : `${formatNumber(answered)} of ${formatNumber(begun)} begun by "${side}" (${formatPercent(share)})`;
}
