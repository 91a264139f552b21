import type { CheckedPairing, Discovery, FoundRule } from '../evidence/index.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import { wrapText } from './terminalText.ts';

/** What a search for rules found, for a terminal: what was searched, each rule with both parts, and what it is not. */
export function renderDiscovery(discovery: Discovery, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const shown = showControls(discovery);
  const { firstPart, rest, tests, windows, level, rules, fell, leftOut } = shown;
  const indent = (text: string) => wrapText(text, width - 2).map((line) => `  ${line}`);
  const skipped = [
    ...(shown.pairsClaimed > 0 ? [`${formatCount(shown.pairsClaimed, 'pair')} that a claim speaks of`] : []),
    ...(shown.pairsSharingEvents > 0
      ? [`${formatCount(shown.pairsSharingEvents, 'pair')} whose patterns take the same events`]
      : []),
  ];
  return [
    ...wrapText(
      `Searched ${firstPart.first} to ${firstPart.last}: ${formatCount(tests, 'test')} (ordered pairs times windows of ${windows.join(', ')} days), ` +
        `false discoveries held at ${formatPercent(level)} of those found (Benjamini–Yekutieli). Asked again of ${rest.first} to ${rest.last}.`,
      width,
    ),
    ...(skipped.length === 0 ? [] : wrapText(`Not searched: ${skipped.join('; ')}.`, width)),
    ...leftOut.flatMap(({ text, why }) => indent(`left out: ${text} (${why})`)),
    '',
    ...(rules.length === 0
      ? ['No rule was found.', '']
      : rules.flatMap((rule) => describeRule(rule, indent))),
    ...fell.flatMap(({ trigger, response, by }) =>
      indent(`Stood out and fell: ${response} after ${trigger} (guard: ${by}).`),
    ),
    ...(fell.length === 0 ? [] : ['']),
    ...wrapText(NOTE, width),
    '',
  ].join('\n');
}

const NOTE =
  'Nothing here is a verdict. A rule found by searching was chosen because it stood out on this record; confirmed means only ' +
  'that the later days of the same record show it again. Write it as a claim, with a source, and judge it on another record.';

function describeRule(rule: FoundRule, indent: (text: string) => string[]): string[] {
  const { trigger, response, days, claims, adjusted, found, rest, restAdjusted, restPower, confirmed } = rule;
  const claimed = claims.length === 0 ? '' : ` (claimed in ${claims.join(', ')})`;
  return [
    ...indent(`when ${trigger} then ${response} within ${days} days${claimed}`).map((line) => line.slice(2)),
    ...indent(`first part: ${describePart(found)}; corrected p ${formatNumber(adjusted)}`),
    ...indent(
      `rest: ${describePart(rest)}; corrected p ${formatNumber(restAdjusted)}, power ${formatPercent(restPower)}`,
    ),
    ...indent(
      confirmed ? 'confirmed on the rest of this record' : 'not confirmed on the rest of this record',
    ),
    '',
  ];
}

function describePart({ rho, lower, upper, triggers, leadLag, donut, besideWave }: CheckedPairing): string {
  if (rho === null) return `${formatCount(triggers, 'trigger')}, no model could be fitted`;
  const stands = (passed: boolean | null) => {
    if (passed === null) return 'not asked';
    return passed ? 'stands' : 'falls';
  };
  return (
    `${formatNumber(rho)} extra per trigger (90 % interval ${formatNumber(lower)} to ${formatNumber(upper)}), ${formatCount(triggers, 'trigger')}; ` +
    `before against after ${formatNumber(leadLag)} standard errors, beyond the first two days ${stands(donut)}, beside a shared wave ${stands(besideWave)}`
  );
}
