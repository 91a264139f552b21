import type { LedgerSource } from '../evidence/index.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { padText, wrapText } from './terminalText.ts';

const OUTCOME_WIDTH = 13;

/** Forecasts by source for a terminal: what became of each, then the counts. */
export function renderLedger(sources: readonly LedgerSource[], columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const lines = showControls(sources).flatMap(({ source, counts, settledShare, entries }) => [
    ...wrapText(`${source}: ${formatCount(entries.length, 'forecast')}`, width),
    ...wrapText(describeCounts(counts, settledShare), width - 2).map((line) => `  ${line}`),
    ...entries.flatMap(({ file, claim, text, outcome, sentence }) => {
      const indent = ' '.repeat(2 + OUTCOME_WIDTH);
      const [first = '', ...others] = wrapText(`${claim} (${file}): ${text}`, width - indent.length);
      return [
        `  ${padText(outcome, OUTCOME_WIDTH)}${first}`,
        ...[...others, ...wrapText(sentence, width - indent.length)].map((line) => indent + line),
      ];
    }),
    '',
  ]);
  return [...lines, ...wrapText(LEDGER_NOTE, width), ''].join('\n');
}

/** How many of a source's forecasts came to what, in words. */
export function describeCounts(
  counts: LedgerSource['counts'],
  settledShare: LedgerSource['settledShare'],
): string {
  const share = settledShare === null ? '' : ` (${formatPercent(settledShare)} of those settled)`;
  return (
    `${formatNumber(counts['came true'])} came true, ${formatNumber(counts['did not'])} did not${share}, ` +
    `${formatNumber(counts.open)} open, ${formatNumber(counts['cannot fail'])} cannot fail, ` +
    `${formatNumber(counts.unresolved)} cannot be resolved on these records`
  );
}

/** What a ledger does not say. */
export const LEDGER_NOTE =
  'A few forecasts that came true say little about a source, and those that cannot fail say nothing. Counted are the forecasts that somebody wrote into these files, not all that a source made.';
