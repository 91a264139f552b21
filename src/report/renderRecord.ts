import type { NamedEvents, RecordDescription } from '../evidence/index.ts';
import { quoted } from '../language/index.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { monthStrip } from './monthStrip.ts';
import { describeDuplicate } from './describeDuplicate.ts';
import { pasteDuplicate } from './pasteDuplicate.ts';
import { pasteMissing } from './pasteMissing.ts';
import type { TableOptions } from './renderTable.ts';
import { showControls } from './showControls.ts';
import { padText, wrapFacts, wrapText } from './terminalText.ts';

/** A record for people: what the theatre says of it stands beside what is in it. */
export interface ShownRecord extends RecordDescription {
  /** Declared days, or null where no theatre says so. */
  readonly covers: { readonly first: string; readonly last: string } | null;
  readonly missing: readonly { readonly first: string; readonly last: string }[];
  /** Rows set aside, where they were asked for one by one. */
  readonly setAsideRows: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly reason: string;
    readonly raw: string;
  }[];
}

const LABEL_WIDTH = 12;
const REASONS_SHOWN = 8;
const FILES_SHOWN = 12;
const NAMES_SHOWN = 8;
const LONGEST_RAW = 300;

/** What lies in some records, for a terminal: lines that decide something can be pasted into the theatre as they are. */
export function renderRecord(
  records: readonly ShownRecord[],
  options: Pick<TableOptions, 'width' | 'colour'>,
): string {
  const width = Math.max(60, Math.min(140, Math.floor(options.width)));
  const bold = (text: string) => (options.colour ? `\u001b[1m${text}\u001b[0m` : text);
  const lines = showControls(records).flatMap((record, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapText(titleOf(record), width).map(bold),
    ...listFiles(record),
    ...factLines(record, width),
    ...columnLines(record, width),
    ...gapLines(record, width),
    ...duplicateLines(record, width),
    ...setAsideLines(record, width),
  ]);
  return [...lines, ''].join('\n');
}

function titleOf({ file, format, rows, right, setAside }: ShownRecord): string {
  return `${file} (${format}): ${formatCount(rows, 'row')}, ${formatNumber(right)} right, ${formatNumber(setAside)} set aside`;
}

function listFiles({ files }: ShownRecord): string[] {
  if (files.length < 2) return [];
  const rest = files.length - FILES_SHOWN;
  return [
    ...files
      .slice(0, FILES_SHOWN)
      .map(
        ({ file, rows, setAside }) =>
          `  ${file}: ${formatCount(rows, 'row')}, ${formatNumber(setAside)} set aside`,
      ),
    ...(rest > 0 ? [`  and ${formatCount(rest, 'more file')}; --json lists all`] : []),
  ];
}

/** A label, and short facts beside it. */
function facts(label: string, parts: readonly string[], width: number): string[] {
  if (parts.length === 0) return [];
  return wrapFacts(parts, width - LABEL_WIDTH - 2).map(
    (line, index) => `  ${padText(index === 0 ? label : '', LABEL_WIDTH)}${line}`,
  );
}

function factLines(record: ShownRecord, width: number): string[] {
  const { first, last, covers, missing, right } = record;
  const share = (part: number) =>
    `${formatNumber(part)} (${formatPercent(right === 0 ? null : part / right)})`;
  const tally = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([word, count]) => `${word} ${share(count)}`);
  const isTable = record.columns.length > 0;
  // Of rows without a direction the first side is no doer.
  const isMostlyTold = record.undirected * 2 <= right;
  return [
    ...facts(
      'days',
      [
        first === null ? 'no event' : `${first} to ${last ?? ''}`,
        ...(covers === null ? [] : [`declared to cover ${covers.first} to ${covers.last}`]),
        ...missing.map((spell) => `missing ${spell.first} to ${spell.last}`),
      ],
      width,
    ),
    ...stripLines(record),
    ...facts('precision', tally(record.byPrecision), width),
    ...facts('who says so', tally(record.byAttribution), width),
    ...facts('sources', listNames(record.sources), width),
    ...facts(isMostlyTold ? 'doers' : 'first side', listNames(record.initiators), width),
    ...facts(isMostlyTold ? 'targets' : 'second side', listNames(record.targets), width),
    ...actLines(record, width),
    ...(isTable
      ? []
      : facts(
          'rows with',
          [
            `no doer named ${share(record.withoutInitiator)}`,
            ...(record.contested > 0 ? [`several possible doers ${share(record.contested)}`] : []),
            `no direction told ${share(record.undirected)}`,
            `a position ${share(record.withPosition)}`,
            `a number of killed ${share(record.withDeaths)}`,
          ],
          width,
        )),
  ];
}

function stripLines({ byMonth, covers, first, last, missing }: ShownRecord): string[] {
  if (byMonth.length === 0) return [];
  const strips = monthStrip(byMonth, covers ?? { first, last }, missing);
  if (strips.length === 0) return [];
  const digits = Math.max(...strips.map(({ events }) => formatNumber(events).length));
  return strips.map(
    ({ year, months, events }, index) =>
      `  ${padText(index === 0 ? 'by month' : '', LABEL_WIDTH)}${year} ${months} ${formatNumber(events).padStart(digits)}`,
  );
}

function listNames(names: readonly NamedEvents[]): string[] {
  return names.slice(0, NAMES_SHOWN).map(({ name, events }) => `${name} ${formatNumber(events)}`);
}

function actLines({ mappedActs, unmappedActs }: ShownRecord, width: number): string[] {
  const mapped = mappedActs.map(({ name, actClass, events }) => ({
    name: name === actClass ? name : `${name} → ${actClass}`,
    events,
  }));
  return [
    ...listActs('acts', mapped, 'with a class', width),
    ...listActs('no class', unmappedActs, 'of no act unless a theatre takes them by code', width),
  ];
}

function listActs(label: string, acts: readonly NamedEvents[], what: string, width: number): string[] {
  if (acts.length === 0) return [];
  const rows = acts.reduce((total, { events }) => total + events, 0);
  const rest = acts.length - NAMES_SHOWN;
  const head = `${formatCount(acts.length, 'code')} (${formatCount(rows, 'row')}) ${what}`;
  const more = rest > 0 ? [`and ${formatNumber(rest)} more`] : [];
  return facts(label, [head, ...listNames(acts), ...more], width);
}

function columnLines({ columns }: ShownRecord, width: number): string[] {
  return columns.flatMap(({ name, total, empty, zeroRuns, emptyRuns }) => [
    ...wrapText(
      `column ${name}: ${formatNumber(total)} in all${empty > 0 ? `, ${formatCount(empty, 'step')} without a number (not recorded)` : ''}`,
      width - 2,
    ).map((line) => `  ${line}`),
    ...emptyRuns.map(
      ({ first, last, days }) => `    no number from ${first} to ${last} (${formatCount(days, 'day')})`,
    ),
    ...zeroRuns.map(
      ({ first, last, days, expected }) =>
        `    only zeros from ${first} to ${last} (${formatCount(days, 'day')}; at its own rate about ${formatNumber(Math.round(expected))})`,
    ),
  ]);
}

function gapLines({ gaps }: ShownRecord, width: number): string[] {
  if (gaps.length === 0) return [];
  return [
    ...wrapText(
      'No event of anyone, though the record’s own rate makes that very unlikely. Nothing is masked unasked: where nobody looked, put under this record',
      width,
    ),
    ...gaps.map(
      (gap) =>
        `    ${pasteMissing(gap)}  // ${formatCount(gap.days, 'day')}, in which about ${formatNumber(Math.round(gap.expected))} were to be expected`,
    ),
  ];
}

function duplicateLines({ file, duplicates }: ShownRecord, width: number): string[] {
  const { count, pairs, across = 0 } = duplicates;
  if (count === 0) return [];
  return [
    ...wrapText(
      `${formatCount(count, 'pair')} of rows may be one incident coded twice${wordAcross(across)}: the same sides in either order, act and place, at most a day apart. Where an act is frequent in a place chance alone brings many. They count apart unless the theatre says \`duplicates once\`, or of some of them, under this record`,
      width,
    ),
    ...pairs.flatMap((pair) => {
      const { line, under } = pasteDuplicate(pair, file);
      return [
        `    ${under === file ? '' : `// under record ${quoted(under)}: `}${line}`,
        ...wrapText(describeDuplicate(pair), width - 10).map((text) => `      // ${text}`),
      ];
    }),
    ...(count > pairs.length
      ? [`    and ${formatCount(count - pairs.length, 'more pair')}; --duplicates lists them`]
      : []),
  ];
}

function wordAcross(across: number | null): string {
  if (across === null) return ', pairs with rows of other records among them';
  if (across === 0) return '';
  return `, ${formatNumber(across)} of them with a row of another record`;
}

function setAsideLines({ setAside, setAsideReasons, setAsideRows }: ShownRecord, width: number): string[] {
  if (setAside === 0) return [];
  const rest = setAsideReasons.length - REASONS_SHOWN;
  const digits = formatNumber(setAsideReasons[0]?.rows ?? 0).length;
  return [
    `Set aside: ${formatCount(setAside, 'row')} that could not be read. Nothing of them is used, nothing is lost.`,
    ...setAsideReasons
      .slice(0, REASONS_SHOWN)
      .map(
        ({ column, reason, rows, firstLine }) =>
          `    ${formatNumber(rows).padStart(digits)}  ${column === null ? '' : `${column}: `}${reason} (first on line ${firstLine})`,
      ),
    ...(rest > 0 ? [`    and ${formatCount(rest, 'more reason')}; --json lists all`] : []),
    ...(setAsideRows.length === 0 ? ['    --set-aside lists them row by row'] : []),
    ...setAsideRows.flatMap(({ line, column, reason, raw }) => [
      `  line ${line}${column === null ? '' : `, ${column}`}: ${reason}`,
      ...wrapText(raw.slice(0, LONGEST_RAW) + (raw.length > LONGEST_RAW ? ' …' : ''), width - 6).map(
        (text) => `      ${text}`,
      ),
    ]),
  ];
}
