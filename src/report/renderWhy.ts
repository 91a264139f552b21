import type { EventRow, Guard, WhyChain, WhyPart, WhyPattern } from '../evidence/index.ts';
import { countEvents } from './countEvents.ts';
import { describeEffect } from './describeEffect.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { seenAt } from './seenAt.ts';
import { stateOfGuard } from './stateOfGuard.ts';
import { showControls } from './showControls.ts';
import { wrapText } from './terminalText.ts';

/** So many rows are printed one by one; of more the first and last ones. */
const ROWS_PRINTED = 20;
const ENDS_PRINTED = 3;
/** Patterns, counts and days come before the parts. */
const FIRST_PART = 4;

type Indent = (text: string, depth?: number) => string[];

/** The chain from events to finding for a terminal, in the order in which it was walked. */
export function renderWhy(chain: WhyChain, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const shown = showControls(chain);
  const indent: Indent = (text, depth = 1) =>
    wrapText(text, width - 2 * depth).map((line) => `${'  '.repeat(depth)}${line}`);
  const passage = shown.passage === null ? '' : `, ${shown.passage}`;
  return [
    `${shown.name} (line ${shown.line}), by ${shown.source}${passage}`,
    ...indent(shown.text),
    '',
    '1. What each pattern takes',
    ...shown.patterns.flatMap((pattern) => describeTaken(pattern, indent)),
    '',
    '2. What was counted',
    ...shown.patterns.flatMap((pattern) => describeCounted(pattern, indent)),
    '',
    '3. The days judged',
    ...indent(describeDays(shown.days)),
    ...shown.parts.flatMap((part, index) => [
      '',
      ...describePart(part, index + FIRST_PART, sameBefore(shown.parts, index), shown.denies, indent),
    ]),
    ...(shown.afterPublication === null
      ? []
      : ['', 'After publication (no verdict)', ...indent(shown.afterPublication)]),
    '',
  ].join('\n');
}

function describeTaken(
  { text, role, unit, takes, columns, untestable }: WhyPattern,
  indent: Indent,
): string[] {
  const counted = unit === 'events' ? '' : `, counted in ${unit}`;
  const alternatives = takes.flatMap((lines, index) => [
    ...(takes.length > 1 ? indent(index === 0 ? 'rows of which all this holds:' : 'or all this:', 2) : []),
    ...lines.flatMap((line) => indent(line, takes.length > 1 ? 3 : 2)),
  ]);
  return [
    ...indent(`"${text}" (${role}${counted})`),
    ...alternatives,
    ...columns.flatMap(({ record, column }) => indent(`column ${column} of ${record}`, 2)),
    ...(untestable === null ? [] : indent(`cannot be counted: ${untestable}`, 2)),
  ];
}

function describeCounted({ text, unit, amount, rows, columns, rowsOnOtherDays }: WhyPattern, indent: Indent) {
  const others =
    rowsOnOtherDays === 0 ? '' : `; ${formatCount(rowsOnOtherDays, 'row')} on other days not counted`;
  const cut = rows.length > ROWS_PRINTED;
  const first = cut ? rows.slice(0, ENDS_PRINTED) : rows;
  const last = cut ? rows.slice(-ENDS_PRINTED) : [];
  const between = rows.length - first.length - last.length;
  return [
    ...indent(
      `"${text}": ${formatNumber(amount)} ${amount === 1 ? unit.replace(/s$/, '') : unit}${columns.length > 0 ? ' in the table' : ''}${others}`,
    ),
    ...first.flatMap((row) => indent(describeRow(row), 2)),
    ...(between > 0 ? indent(`… ${formatCount(between, 'row')} between (--json lists all) …`, 2) : []),
    ...last.flatMap((row) => indent(describeRow(row), 2)),
  ];
}

function describeRow({ id, record, line, first, last, what, where, killed, attribution }: EventRow): string {
  const days = first === last ? first : `${first} to ${last}`;
  const facts = [
    days,
    what,
    ...(where === '' ? [] : [where]),
    ...(killed === null ? [] : [`killed ${killed}`]),
    `who did it: ${attribution}`,
    `${id}, ${record} line ${line}`,
  ];
  return facts.join(' · ');
}

function describeDays({ first, last, untilPublication, claimed, recorded }: WhyChain['days']): string {
  if (first === null || last === null) return 'none';
  const end = untilPublication ? ', the last being that of publication' : '';
  return `${first} to ${last}${end}: ${formatCount(claimed, 'day')}, ${formatNumber(recorded)} of them recorded; the others are masked, not calm.`;
}

/** Number and name of an earlier part that rests on the same tests, or null. */
function sameBefore(parts: readonly WhyPart[], index: number): string | null {
  const tests = ({ baseTest, guards, readings, power }: WhyPart) =>
    JSON.stringify([baseTest, guards, readings, power]);
  const own = parts[index];
  if (!own || own.guards.length === 0) return null;
  const same = parts.findIndex((other) => tests(other) === tests(own));
  return same < index ? `${same + FIRST_PART} (${parts[same]?.part})` : null;
}

function describePart(
  part: WhyPart,
  number: number,
  same: string | null,
  denies: boolean,
  indent: Indent,
): string[] {
  const { events } = part;
  const counts = countEvents(events);
  return [
    `${number}. Part: ${part.part}`,
    ...indent(`counted: ${counts.length === 0 ? '–' : counts.join(', ')}`),
    ...(same === null
      ? describeTests(part, denies, indent)
      : indent(`power, tests and guards: those of part ${same}`)),
    ...indent(`finding: ${part.finding}${part.reason === null ? '' : ` (${part.reason})`}`),
    ...indent(part.sentence),
  ];
}

function describeTests(
  { power, baseTest, guards, readings, effect }: WhyPart,
  denies: boolean,
  indent: Indent,
): string[] {
  const head =
    'tested is what the claim denies: passed lines speak against the claim, and all of them passed would contradict it';
  return [
    ...indent(
      power === null
        ? 'power: not asked'
        : `power: ${formatPercent(power.power)} to see the smallest effect of interest, ${formatNumber(power.smallestEffect)}; power 80 % at ${formatNumber(seenAt(power))}`,
    ),
    ...(denies && guards.length > 0 ? indent(head) : []),
    ...(baseTest === null ? [] : indent(describeGuard(baseTest))),
    ...(effect === null ? [] : indent(`effect: ${effect.name} ${describeEffect(effect)}`)),
    ...(guards.length === 0 ? [] : indent(denies ? 'guards of what the claim denies:' : 'guards:')),
    ...guards.flatMap((guard) => indent(describeGuard(guard), 2)),
    ...(readings === null ? [] : indent(describeGuard(readings))),
  ];
}

function describeGuard(guard: Guard): string {
  const { name, value, detail } = guard;
  const state = stateOfGuard(guard);
  // What was not run has nothing more to say than why.
  if (state === 'not run') return `${name}: ${detail}`;
  return `${name}: ${state}${value === null ? '' : ` (${formatNumber(value)})`}. ${detail}`;
}
