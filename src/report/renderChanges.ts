import type { ListedChange, ListedStream } from '../evidence/index.ts';
import { formatCount, formatNumber } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { wrapText } from './terminalText.ts';

/** Change points for a terminal: each stream, then a line a change with its interval and the rates around it. */
export function renderChanges(streams: readonly ListedStream[], columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const lines = showControls(streams).flatMap((stream) => [...describeStream(stream, width), '']);
  return [...lines, ...wrapText(NOTE, width), ''].join('\n');
}

const NOTE =
  'A change of rate is no verdict on any claim: acts, recording or reporting may have changed. Unrecorded days are no data. ' +
  'Every change had to gain more than the penalty stated, 2 ln(recorded steps) × clustering; a wave that lasts ' +
  'longer than the shortest stretch is a change of rate too.';

function describeStream(stream: ListedStream, width: number): string[] {
  const { text, claims, detail, changes, segments, level } = stream;
  const head = [...wrapText(text, width), ...wrapText(`in ${claims.join(', ')}`, width - 2).map(indent)];
  if (detail !== null) return [...head, ...wrapText(`not searched: ${detail}`, width - 2).map(indent)];
  const events = segments.reduce((sum, segment) => sum + segment.events, 0);
  const days = segments.reduce((sum, segment) => sum + segment.recordedDays, 0);
  const found =
    changes.length === 0
      ? `no change of rate: ${formatNumber(days === 0 ? null : events / days)} a day throughout`
      : formatCount(changes.length, 'change');
  const about =
    `${found} (${formatCount(events, nameUnit(stream.unit, 1), nameUnit(stream.unit, 2))} on ${formatCount(days, 'recorded day')}; ` +
    `overdispersion ${formatNumber(stream.psi)}, clustering ${formatNumber(stream.clustering)}, penalty ${formatNumber(stream.penalty)}, ` +
    `stretches of at least ${formatCount(stream.shortestDays, 'day')}; a Poisson cost would find ${formatNumber(stream.poissonChanges)})`;
  const percent = Math.round(100 * level);
  return [
    ...head,
    ...wrapText(about, width - 2).map(indent),
    ...changes.flatMap((change) => wrapText(describeChange(change, percent), width - 2).map(indent)),
  ];
}

function describeChange(change: ListedChange, percent: number): string {
  const { day, lower, upper, lastBefore, afterGap, rateBefore, rateAfter, ratio } = change;
  const gap = afterGap ? `, behind unrecorded days (last recorded before: ${lastBefore})` : '';
  const times = ratio === null ? '' : ` (× ${formatNumber(ratio)})`;
  return `${day}  ${percent} % interval ${lower} to ${upper}: ${formatNumber(rateBefore)} → ${formatNumber(rateAfter)} a day${times}${gap}`;
}

function nameUnit(unit: string, count: number): string {
  const word = unit === 'measure' ? 'units' : unit;
  return count === 1 ? word.replace(/s$/, '') : word;
}

function indent(line: string): string {
  return `  ${line}`;
}
