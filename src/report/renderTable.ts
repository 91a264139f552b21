import type { RecordQuality, ClaimExamination, Examination, Finding, Verdict } from '../evidence/index.ts';
import { countEvents } from './countEvents.ts';
import { describeEffect, isUnknown } from './describeEffect.ts';
import { wordFor } from './findingWords.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { countFindings, groupClaims } from './groupClaims.ts';
import { groupReasons } from './groupReasons.ts';
import { groupRefused } from './groupRefused.ts';
import { labelParts } from './labelParts.ts';
import { showControls } from './showControls.ts';
import { padText, shortenText, wrapFacts, wrapText } from './terminalText.ts';
import { wordChecks } from './wordChecks.ts';

export interface TableOptions {
  /** Columns of the terminal; between 60 and 140 are used. */
  readonly width: number;
  /** Whether colour codes may be written. Colour only underlines what words and marks already say. */
  readonly colour: boolean;
}

type Paint = (text: string, code: string) => string;

const BOLD = '1';
const DIM = '2';
const FINDING_COLOURS: Readonly<Partial<Record<Finding, string>>> = {
  supported: '1;34',
  contradicted: '1;33',
  'not separable': '35',
  disputed: '35',
};
const PART_WIDTH = 13;
const FINDING_WIDTH = 18;
/** Rows set aside that the terminal names one by one. */
const SET_ASIDE_SHOWN = 3;

/** The examination for a terminal: each claim with its findings, numbers and a plain sentence, then the counts. */
export function renderTable(examination: Examination, options: TableOptions): string {
  const shown = showControls(examination);
  const width = Math.max(60, Math.min(140, Math.floor(options.width)));
  const paint: Paint = options.colour ? (text, code) => `\u001b[${code}m${text}\u001b[0m` : (text) => text;
  const groups = groupClaims(shown);
  const rule = paint('─'.repeat(width), DIM);
  return [
    ...wrapText(shown.theatre.title, width).map((line) => paint(line, BOLD)),
    ...describeInputs(shown, width).map((line) => paint(line, DIM)),
    '',
    ...groups.judged.flatMap((claim) => [rule, ...claimLines(claim, width, paint)]),
    ...shortGroup('Not testable on this record', groups.notTestable, width, paint),
    ...openLines(shown, width, paint),
    ...rivalLines(shown, width, paint),
    rule,
    ...countLines(shown, width, paint),
    '',
  ].join('\n');
}

function describeInputs(examination: Examination, width: number): readonly string[] {
  const lines = examination.records.flatMap((record) => [
    `${record.file}: ${formatNumber(record.right)} of ${formatCount(record.rows, 'row')} right, ${formatNumber(record.setAside)} set aside`,
    ...describeSetAside(record),
    ...(record.faults.length > 0 ? [`Every verdict rests on ${record.file}, of which is known:`] : []),
    ...record.faults.map((fault) => `- ${fault}`),
  ]);
  return [`${examination.theatre.file}, seed ${examination.seed}`, ...lines].flatMap((line) =>
    wrapText(line, width),
  );
}

/** The first rows set aside; the report lists more, and `tacit import` all of them. */
function describeSetAside({ setAsideRows, setAside }: RecordQuality): string[] {
  const shown = setAsideRows.slice(0, SET_ASIDE_SHOWN);
  const rows = shown.map(
    ({ line, column, reason }) => `  line ${line}${column === null ? '' : `, ${column}`}: ${reason}`,
  );
  const rest = setAside - shown.length;
  return rest > 0 && shown.length > 0
    ? [...rows, `  and ${formatCount(rest, 'more row')}, listed in the report`]
    : rows;
}

function claimLines(claim: ClaimExamination, width: number, paint: Paint): readonly string[] {
  const labels = labelParts(claim.parts);
  const name = shortenText(claim.name, Math.floor(width / 3));
  const by = shortenText(`by ${claim.sourceDisplay}`, width - name.length - 2);
  return [
    `${paint(name, BOLD)}  ${paint(by, DIM)}`,
    ...wrapText(claim.text.replace(/\s+/g, ' '), width - 2).map((line) => `  ${line}`),
    ...claim.parts.flatMap((verdict, index) => [
      ...partLines(verdict, labels[index] ?? verdict.part, width, paint),
      ...indented(wordChecks(verdict, claim.parts.slice(0, index)) ?? '', 2 + PART_WIDTH, width),
    ]),
  ];
}

function partLines(verdict: Verdict, label: string, width: number, paint: Paint): readonly string[] {
  const { events, effect } = verdict;
  const numbers = [
    effect === null || isUnknown(effect) ? null : describeEffect(effect),
    ...countEvents(events),
  ].filter((text) => text !== null);
  const indent = 2 + PART_WIDTH;
  const room = width - indent - FINDING_WIDTH;
  const [first = '', ...others] = wrapFacts(numbers, room);
  return [
    `  ${padText(label, PART_WIDTH)}${paintFinding(verdict.finding, paint)}${first}`.trimEnd(),
    ...others.map((line) => ' '.repeat(indent + FINDING_WIDTH) + line),
    ...wrapText(verdict.sentence, width - indent).map((line) => ' '.repeat(indent) + line),
  ];
}

function paintFinding(finding: Finding, paint: Paint): string {
  const { symbol, label } = wordFor(finding);
  const text = padText(`${symbol} ${label}`, FINDING_WIDTH);
  const code = FINDING_COLOURS[finding];
  return code === undefined ? text : paint(text, code);
}

/** Claims without a judgement stand under the reason why there is none, with its sentence: shared, or one for each claim. */
function shortGroup(
  title: string,
  claims: readonly ClaimExamination[],
  width: number,
  paint: Paint,
): readonly string[] {
  if (claims.length === 0) return [];
  return [
    paint('─'.repeat(width), DIM),
    paint(`${title} (${claims.length})`, BOLD),
    ...groupReasons(claims).flatMap((group) => [
      ...wrapText(`${group.reason} (${group.claims.length})`, width - 2).map((line) => `  ${line}`),
      ...(group.sentence === null ? [] : indented(group.sentence, 4, width)),
      ...group.claims.flatMap((claim) => [
        `    ${paint(shortenText(`${claim.name}: ${claim.text}`, width - 4), DIM)}`,
        ...(group.sentence === null ? indented(sentencesOf(claim), 6, width) : []),
      ]),
    ]),
  ];
}

function sentencesOf({ parts }: ClaimExamination): string {
  return [...new Set(parts.map(({ sentence }) => sentence))].join(' ');
}

function indented(text: string, columns: number, width: number): string[] {
  return wrapText(text, width - columns).map((line) => ' '.repeat(columns) + line);
}

/** Claims that wait for a person: what is missing, and where. */
function openLines({ open = [], theatre }: Examination, width: number, paint: Paint): readonly string[] {
  if (open.length === 0) return [];
  return [
    paint('─'.repeat(width), DIM),
    paint(`Still open, not judged (${open.length})`, BOLD),
    ...open.flatMap(({ name, file, line, text, missing }) => [
      `    ${paint(shortenText(`${name}: ${text}`, width - 4), DIM)}`,
      ...indented(
        `${file === null || file === theatre.file ? '' : `${file}, `}line ${line}: ${missing.join(' ')}`,
        6,
        width,
      ),
    ]),
  ];
}

/** Claims set against each other, each pair in one sentence; no verdict rests on it. */
function rivalLines({ rivals = [] }: Examination, width: number, paint: Paint): readonly string[] {
  if (rivals.length === 0) return [];
  const indent = (text: string) => wrapText(text, width - 2).map((line) => `  ${line}`);
  return [
    paint('─'.repeat(width), DIM),
    paint(`Rivals (${rivals.length}): which predicts better what it was not fitted to`, BOLD),
    ...rivals
      .filter(({ notComparable }) => notComparable === null)
      .flatMap(({ sentence }) => indent(sentence)),
    ...groupRefused(rivals).flatMap(({ why, pairs }) =>
      indent(`Not compared: ${pairs.join('; ')} (${why}).`),
    ),
  ];
}

function countLines(examination: Examination, width: number, paint: Paint): readonly string[] {
  const counts = countFindings(examination);
  const words = counts.map(({ finding, parts }) => `${formatNumber(parts)} ${wordFor(finding).label}`);
  const { errorControl } = examination;
  const expected =
    errorControl === undefined || errorControl === null
      ? []
      : wrapText(
          `${errorControl.procedure} holds the chance of any false “supported” among ${formatCount(errorControl.tests, 'test')} at ${formatPercent(errorControl.level)}, as far as each test keeps its own level (docs/verdicts.md).`,
          width,
        );
  return [
    ...wrapText(
      `Parts of ${formatCount(examination.claims.length, 'claim')}: ${words.join(' · ')}`,
      width,
    ).map((line) => paint(line, BOLD)),
    ...expected,
  ];
}
