import { countDays, formatDay, type DayInterval } from '../calendar/index.ts';
import type { Theatre, TheatreRecord } from '../language/index.ts';
import type { CountPanel, MatchReport, Plan } from '../model/index.ts';
import {
  formatFaults,
  inspectRecord,
  type CountsTable,
  type EventStore,
  type PublishedTotal,
  type RecordContents,
  type SetAsideRow,
} from '../record/index.ts';
import { describeRecord } from './describeRecord.ts';
import { describeTable } from './describeTable.ts';
import { countsOf, countWithin, markSteps } from './pairSeries.ts';
import type { RecordDescription, RecordQuality } from './verdict.ts';

/** Set-aside rows listed in an examination; `tacit import --report` and the store hold all of them. */
const SET_ASIDE_LISTED = 100;
/** Commonest names, and pairs of possible duplicates, in an examination; `tacit record` lists all. */
const NAMES_LISTED = 10;
const PAIRS_LISTED = 50;

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
  const assessed: RecordQuality[] = [];
  for (const record of input.theatre.records) {
    const table = input.tables.find((one) => one.record === record.file);
    if (table) {
      assessed.push(assessTable(record, table));
      continue;
    }
    const contents = await inspectRecord(input.store, record.file, {
      covers: record.covers,
      missing: record.missing,
      names: NAMES_LISTED,
      pairs: PAIRS_LISTED,
    });
    if (contents) assessed.push(await assessEvents(record, contents, input));
  }
  return assessed;
}

async function assessEvents(
  record: TheatreRecord,
  contents: RecordContents,
  input: QualityInput,
): Promise<RecordQuality> {
  const rows = await listSetAside(contents, input.store);
  const totals = comparePublished(record, input);
  const described = describeRecord(contents);
  return {
    ...described,
    ...describe(record),
    setAsideRows: rows.map(({ line, column, reason }) => ({ line, column, reason })),
    totals,
    faults: wordFaults(record, described, totals),
    undeclaredActors: input.match.undeclaredActors,
    undeclaredPlaces: input.match.undeclaredPlaces,
  };
}

async function listSetAside({ files }: RecordContents, store: EventStore): Promise<SetAsideRow[]> {
  const listed: SetAsideRow[] = [];
  for (const { file, setAside } of files) {
    if (setAside > 0 && listed.length < SET_ASIDE_LISTED)
      listed.push(...(await store.setAsideRows(file, SET_ASIDE_LISTED - listed.length)));
  }
  return listed;
}

function assessTable(record: TheatreRecord, table: CountsTable): RecordQuality {
  const described = describeTable(table);
  return {
    ...described,
    ...describe(record),
    setAsideRows: table.setAside.map(({ line, column, reason }) => ({ line, column, reason })),
    totals: [],
    faults: [...(record.faults ?? []).map(({ text }) => text), ...wordGaps(described)],
    undeclaredActors: [],
    undeclaredPlaces: [],
  };
}

/** What the theatre says about the record. */
function describe({ covers, missing, duplicates, decisions }: TheatreRecord) {
  const word = ({ first, last }: DayInterval) => ({ first: formatDay(first), last: formatDay(last) });
  return {
    covers: covers && word(covers),
    missing: missing.map(word),
    duplicatesCounted: duplicates.value,
    duplicatesDecided: decisions.length,
  };
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

function wordGaps({ gaps }: RecordDescription): string[] {
  if (gaps.length === 0) return [];
  const spells = gaps.map(({ first, last }) => `${first} to ${last}`);
  return [
    `No event of anyone from ${spells.join(', ')}, which its own rate makes very unlikely: calm or not recorded? Declare it as \`missing\` if nobody looked.`,
  ];
}

function wordDuplicates(
  record: TheatreRecord,
  { duplicates: { count, complete } }: RecordDescription,
): string[] {
  if (count === 0) return [];
  const pairs = `${count} pair${count === 1 ? '' : 's'} of rows may be one incident coded twice (the same sides in either order, act and place, at most a day apart: where an act is frequent in a place chance alone brings many)`;
  if (!complete) {
    return [
      `${pairs}; they count apart, and being too many to be listed they are not tried as one: an answer that only the first two days carry may be such an incident.`,
    ];
  }
  const setting = record.duplicates.value === 'once' ? 'each such incident counts once' : 'they count apart';
  return [
    `${pairs}; ${setting} where no line of the theatre decides, and the other way is tried as a reading.`,
  ];
}

function wordFaults(
  record: TheatreRecord,
  summary: RecordDescription,
  totals: RecordQuality['totals'],
): string[] {
  const faults = [
    ...(record.faults ?? []).map(({ text }) => text),
    ...summary.format.split(', ').flatMap(formatFaults),
  ];
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
  const { contested } = summary;
  if (contested > 0) {
    faults.push(
      `${contested} of ${summary.right} rows name${contested === 1 ? 's' : ''} several possible doers; each counts for every one of them, and other choices are tried as readings.`,
    );
  }
  const imprecise = summary.right - (summary.byPrecision['day'] ?? 0);
  if (imprecise > 0) {
    faults.push(
      `${imprecise} of ${summary.right} rows are dated less exactly than to the day; each counts on its first day, and other days are tried as readings.`,
    );
  }
  if (record.missing.length > 0) {
    faults.push(`${countDays(record.missing)} days are declared as not recorded and are masked.`);
  }
  faults.push(...wordGaps(summary), ...wordDuplicates(record, summary));
  return faults;
}
