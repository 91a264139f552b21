import { countDays, formatDay, type DayInterval } from '../calendar/index.ts';
import type { Theatre, TheatreRecord } from '../language/index.ts';
import type { CountPanel, MatchReport, Plan } from '../model/index.ts';
import type { CountsTable, EventStore, PublishedTotal, RecordSummary } from '../record/index.ts';
import { countsOf, countWithin, markSteps } from './pairSeries.ts';
import type { RecordQuality } from './verdict.ts';

/** A run of days without any event of anyone that is long enough to be proposed as a gap. */
const PROPOSED_GAP_DAYS = 60;
/** Set-aside rows listed in an examination; `tacit import --report` and the store hold all of them. */
const SET_ASIDE_LISTED = 100;

export interface QualityInput {
  readonly theatre: Theatre;
  readonly plan: Plan;
  readonly panel: CountPanel;
  readonly store: EventStore;
  readonly tables: readonly CountsTable[];
  readonly totals: ReadonlyMap<string, readonly PublishedTotal[]>;
  readonly match: MatchReport;
}

/** What is known of each record's quality: how complete, how exact, who is named, and its stated faults. */
export async function assessRecords(input: QualityInput): Promise<RecordQuality[]> {
  const summaries = await input.store.summaries();
  const assessed: RecordQuality[] = [];
  for (const record of input.theatre.records) {
    const table = input.tables.find((one) => one.record === record.file);
    const summary = summaries.find((one) => one.record === record.file);
    if (table) assessed.push(assessTable(record, table));
    else if (summary) assessed.push(await assessEvents(record, summary, input));
  }
  return assessed;
}

async function assessEvents(
  record: TheatreRecord,
  summary: RecordSummary,
  input: QualityInput,
): Promise<RecordQuality> {
  const rows = await input.store.setAsideRows(record.file, SET_ASIDE_LISTED);
  const byMonth = await input.store.eventsByMonth(record.file);
  const totals = comparePublished(record, input);
  return {
    ...describe(record),
    file: record.file,
    hash: summary.hash,
    format: summary.format,
    rows: summary.rows,
    right: summary.right,
    setAside: summary.setAside,
    setAsideRows: rows.map(({ line, column, reason }) => ({ line, column, reason })),
    byPrecision: summary.byPrecision,
    byAttribution: summary.byAttribution,
    byMonth,
    withDeaths: summary.withDeaths,
    withoutInitiator: summary.withoutInitiator,
    totals,
    faults: wordFaults(record, summary, totals, proposeGaps(record, byMonth)),
    undeclaredActors: input.match.undeclaredActors,
    undeclaredPlaces: input.match.undeclaredPlaces,
  };
}

function assessTable(record: TheatreRecord, table: CountsTable): RecordQuality {
  const held = countHeldSteps(table);
  return {
    ...describe(record),
    file: record.file,
    hash: table.hash,
    format: `counts per ${table.step}`,
    rows: held + table.setAside.length,
    right: held,
    setAside: table.setAside.length,
    setAsideRows: table.setAside.map(({ line, column, reason }) => ({ line, column, reason })),
    byPrecision: { [table.step]: held },
    byAttribution: {},
    byMonth: [],
    withDeaths: 0,
    withoutInitiator: 0,
    totals: [],
    faults: (record.faults ?? []).map(({ text }) => text),
    undeclaredActors: [],
    undeclaredPlaces: [],
  };
}

/** Steps of which the table holds a number; the others are gaps, not rows. */
function countHeldSteps({ steps, columns }: CountsTable): number {
  let held = 0;
  for (let step = 0; step < steps; step++) {
    if (Object.values(columns).some((values) => (values[step] ?? null) !== null)) held++;
  }
  return held;
}

function describe({ covers, missing }: TheatreRecord): Pick<RecordQuality, 'covers' | 'missing'> {
  const word = ({ first, last }: DayInterval) => ({ first: formatDay(first), last: formatDay(last) });
  return { covers: covers && word(covers), missing: missing.map(word) };
}

/** Published totals that say since when they count, beside the record's own count of the same days and pattern. */
function comparePublished(
  record: TheatreRecord,
  { plan, panel, totals }: QualityInput,
): RecordQuality['totals'] {
  const planned = plan.totals.filter((one) => one.record === record.file);
  return planned.flatMap(({ file, stream }) =>
    (totals.get(file) ?? []).flatMap(({ since, day, source, scope, total }) => {
      if (since === null) return [];
      const marks = markSteps(panel, [{ first: since, last: day }]);
      const recorded = countWithin(countsOf(panel, stream), marks);
      return [{ source, scope, first: formatDay(since), last: formatDay(day), published: total, recorded }];
    }),
  );
}

/** Months in a row without any event: proposed as gaps, never applied silently. */
function proposeGaps(record: TheatreRecord, byMonth: readonly { month: string; events: number }[]): string[] {
  const { covers } = record;
  if (!covers) return [];
  const held = new Set(byMonth.filter(({ events }) => events > 0).map(({ month }) => month));
  const gaps: string[] = [];
  let start: number | null = null;
  for (let day = covers.first; day <= covers.last + 1; day++) {
    const open = day <= covers.last && !held.has(formatDay(day).slice(0, 7)) && !isMissing(record, day);
    if (open) start ??= day;
    else if (start !== null) {
      if (day - start >= PROPOSED_GAP_DAYS) gaps.push(`${formatDay(start)} to ${formatDay(day - 1)}`);
      start = null;
    }
  }
  return gaps;
}

function isMissing({ missing }: TheatreRecord, day: number): boolean {
  return missing.some(({ first, last }) => day >= first && day <= last);
}

function wordFaults(
  record: TheatreRecord,
  summary: RecordSummary,
  totals: RecordQuality['totals'],
  gaps: readonly string[],
): string[] {
  const faults = (record.faults ?? []).map(({ text }) => text);
  const worst = [...totals].sort((a, b) => b.published - b.recorded - (a.published - a.recorded))[0];
  if (worst && worst.recorded < worst.published) {
    const percent = Math.round((100 * worst.recorded) / worst.published);
    faults.push(
      `It is thinned: from ${worst.first} to ${worst.last} it holds ${worst.recorded} events where ${worst.source} published ${worst.published} (${percent} %).`,
    );
  }
  const unattributed = summary.byAttribution['unattributed'] ?? 0;
  if (unattributed > 0) faults.push(`In ${unattributed} of ${summary.right} rows nobody states who did it.`);
  if (summary.withoutInitiator > 0) faults.push(`${summary.withoutInitiator} rows name no doer at all.`);
  const imprecise = summary.right - (summary.byPrecision['day'] ?? 0);
  if (imprecise > 0) {
    faults.push(
      `${imprecise} of ${summary.right} rows are dated less exactly than to the day; each counts on its first day, and other days are tried as readings.`,
    );
  }
  if (record.missing.length > 0) {
    faults.push(`${countDays(record.missing)} days are declared as not recorded and are masked.`);
  }
  if (gaps.length > 0) {
    faults.push(
      `No event of anyone from ${gaps.join(', ')}: calm or not recorded? Declare it as \`missing\` if nobody looked.`,
    );
  }
  return faults;
}
