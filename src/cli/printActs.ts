import type { ActsReport, ListedScheme, RecordActs } from './listActs.ts';

const MOST_CODES = 30;
const NONE = '(no class)';

/** The report for a terminal: acts, then the codes of each scheme by class, then what occurs in the records. */
export function printActs(
  { acts, schemes, records }: ActsReport,
  width: number,
  { everyCode }: { readonly everyCode: boolean },
): string {
  const indent = Math.max(...acts.map(({ name }) => name.length)) + 4;
  return [
    'Acts and the classes each takes',
    ...acts.flatMap(({ name, takes }) => hang(`  ${name}`, takes, indent, width)),
    ...schemes.flatMap((scheme) => (everyCode ? printCodes(scheme, width) : printClasses(scheme, width))),
    ...records.flatMap((record) => printRecord(record)),
    '',
  ].join('\n');
}

/** One line per class with its codes, the codes of no class at the end. */
function printClasses({ title, name, codes }: ListedScheme, width: number): string[] {
  const byClass = new Map<string, string[]>();
  for (const { code, actClass } of codes) {
    const key = actClass ?? NONE;
    byClass.set(key, [...(byClass.get(key) ?? []), code]);
  }
  const indent = Math.max(...[...byClass.keys()].map((key) => key.length)) + 4;
  return [
    '',
    `${title}: ${codes.length} codes, ${codes.filter(({ actClass }) => actClass === null).length} in no class (${name})`,
    ...[...byClass]
      .sort(([a], [b]) => Number(a === NONE) - Number(b === NONE) || (a < b ? -1 : 1))
      .flatMap(([key, list]) => hang(`  ${key}`, list, indent, width)),
  ];
}

function printCodes({ title, codes }: ListedScheme, width: number): string[] {
  const indent = Math.max(...codes.map(({ code }) => code.length)) + 4;
  return [
    '',
    `${title}, code by code`,
    ...codes.flatMap(({ code, name, actClass }) =>
      hang(`  ${code}`, [`${actClass ?? NONE}: ${name}`], indent, width),
    ),
  ];
}

function printRecord({ record, format, codes }: RecordActs): string[] {
  const all = codes.reduce((sum, { events }) => sum + events, 0);
  const free = codes.filter(({ acts }) => acts.length === 0);
  const without = free.reduce((sum, { events }) => sum + events, 0);
  const most = Math.max(6, ...codes.map(({ events }) => String(events).length));
  const line = ({ code, name, events, actClass, acts }: RecordActs['codes'][number]) =>
    `${String(events).padStart(most + 2)}  ${code}${name === null ? '' : ` (${name})`} → ${actClass ?? 'no class'}${acts.length === 0 ? '' : `: ${acts.join(', ')}`}`;
  const list = (chosen: RecordActs['codes']) => [
    ...chosen.slice(0, MOST_CODES).map(line),
    ...(chosen.length > MOST_CODES
      ? [`${' '.repeat(most + 4)}and ${chosen.length - MOST_CODES} more (--json lists all)`]
      : []),
  ];
  const taken = codes.filter(({ acts }) => acts.length > 0);
  return [
    '',
    `${record} (${format}): ${all} events of ${codes.length} codes`,
    ...list(taken),
    ...(free.length === 0
      ? ['  every code stands for an act']
      : [`  taken by no act: ${without} events of ${free.length} codes`, ...list(free)]),
  ];
}

/** A name, then items beside it over as many lines as they take; no item is broken. */
function hang(name: string, items: readonly string[], indent: number, width: number): string[] {
  const lines: string[] = [];
  let line = name.padEnd(indent);
  let empty = true;
  for (const [index, item] of items.entries()) {
    const text = index < items.length - 1 ? `${item},` : item;
    if (!empty && line.length + 1 + text.length > width) {
      lines.push(line);
      line = ' '.repeat(indent);
      empty = true;
    }
    line += empty ? text : ` ${text}`;
    empty = false;
  }
  return [...lines, line];
}
