import { describeFloor, shortenFloor } from './describeFloor.ts';
import { groupLeftOut } from './groupLeftOut.ts';
import { splitSilent } from './splitSilent.ts';
import { formatCount, formatNumber, formatPercent, UNKNOWN } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import type { ShownForecast, ShownStream } from './shownForecast.ts';
import { padText, wrapText } from './terminalText.ts';

const COLUMNS = ['expected', '50 %', '80 %', '95 %', 'at least one', 'more than last'] as const;

/** A forecast for a terminal. Its first line says whether the model beats rules of thumb on this record. */
export function renderForecast(forecast: ShownForecast, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const shown = showControls(forecast);
  const { check, first, last, days, paths, seed, known, leftOut } = shown;
  const split = splitSilent(shown);
  const rows = split.shown.map(rowOf);
  const widths = COLUMNS.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]!.length)) + 2);
  const line = (cells: readonly string[]) => cells.map((cell, c) => cell.padStart(widths[c]!)).join('');
  return [
    ...wrapText(describeFloor(check), width),
    '',
    ...wrapText(
      `Events from ${first} to ${last} (${formatCount(days, 'day')}) in ${formatCount(paths, 'possible future')}, known up to ${known}, seed ${seed}.`,
      width,
    ),
    '',
    padText(line(COLUMNS), 0),
    ...split.shown.flatMap((stream, index) => [
      ...wrapText(stream.stream, width),
      line(rows[index]!),
      ...wrapText(describeStream(stream), width - 2).map((text) => `  ${text}`),
    ]),
    ...(split.sentence === null
      ? []
      : wrapText(`${split.sentence} ${split.silent.map(({ stream }) => stream).join('; ')}.`, width)),
    '',
    ...describeModel(shown).flatMap((text) => wrapText(text, width)),
    ...(leftOut.length === 0 ? [] : ['Not in the model:']),
    ...groupLeftOut(leftOut).flatMap(({ what, why }) =>
      wrapText(`${what.join(', ')}: ${why}`, width - 2).map((text) => `  ${text}`),
    ),
    '',
  ].join('\n');
}

function rowOf({ expected, intervals, atLeastOne, moreThanLast }: ShownStream): string[] {
  const span = (level: '50' | '80' | '95') => intervals[level].map(formatNumber).join(' to ');
  return [
    formatNumber(expected),
    span('50'),
    span('80'),
    span('95'),
    formatPercent(atLeastOne),
    moreThanLast === null ? UNKNOWN : formatPercent(moreThanLast),
  ];
}

/** What the row does not hold: the last period, the floor, what is rough. */
export function describeStream({ lastPeriod, check, simplified, trusted }: ShownStream): string {
  return [
    lastPeriod === null ? 'last period not wholly recorded' : `last period ${formatNumber(lastPeriod)}`,
    check.kind === 'not checked' ? null : `against “${check.floor}” ${shortenFloor(check)}`,
    simplified === null ? null : `modelled more simply: ${simplified}`,
    trusted ? null : 'parameters known only roughly',
  ]
    .filter((text) => text !== null)
    .join(' · ');
}

/** What holds for the whole model. */
export function describeModel({ unstableShare, ranAway }: ShownForecast): string[] {
  return [
    'The intervals hold chance and what the record leaves open about the parameters, and nothing that it has never shown: no new actor, no new kind of act, no decision.',
    ...(unstableShare > 0
      ? [
          `With ${formatPercent(unstableShare)} of the parameters that fit the record exchanges do not die out by themselves.`,
        ]
      : []),
    ...(ranAway > 0 ? [`${formatCount(ranAway, 'future')} grew beyond all bounds.`] : []),
  ];
}
