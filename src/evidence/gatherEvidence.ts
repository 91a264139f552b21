import { buildPanel, streamsOf, type CountPanel, type Plan } from '../model/index.ts';
import type { CountCell, CountsTable, Event, EventKey, EventStore } from '../record/index.ts';
import { countStreams } from './countStreams.ts';
import { gatherWholeReadings } from './gatherWholeReadings.ts';
import { gatherBeside } from './gatherBeside.ts';
import { gatherDirection, type DirectionFacts } from './gatherDirection.ts';
import { gatherRest } from './gatherRest.ts';
import { gatherSamePlace } from './gatherSamePlace.ts';
import { gatherTheatre } from './gatherTheatre.ts';
import type { TheatreStream } from './theatreKey.ts';
import { attributionReadings, readColumnsAsMeant } from './readings.ts';
import { coverageSpells } from './coverageSpells.ts';
import type { MatchingTotal, Reading, WholeReading } from './judge/context.ts';
import type { StreamFacts } from './testability.ts';

/** All numbers and events the judges need, asked from the store once. */
export interface Gathered {
  readonly panel: CountPanel;
  readonly readings: readonly Reading[];
  readonly wholeReadings: readonly WholeReading[];
  readonly facts: ReadonlyMap<string, StreamFacts>;
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** What the record does not say about who acted; null where it says so of every event counted. */
  readonly direction: DirectionFacts | null;
  /** The rest of the theatre beside the two streams of each answer, and of the record beside each stream that changed. */
  readonly theatre: ReadonlyMap<string, TheatreStream>;
  /** What the triggers' pattern takes in the place of the answers, where that is another place (`gatherSamePlace`). */
  readonly samePlace: ReadonlyMap<string, Float64Array>;
}

/** The rows that another setting of possible duplicates leaves out of every count. */
export interface DuplicateReading {
  readonly name: string;
  readonly without: readonly EventKey[];
}

/** Rows fetched of one stream to be shown beside a verdict; what is not shown is counted and said. */
const ROWS_FETCHED = 500;

/** Counts every stream under every reading, places imprecise dates, and fetches the rows to be shown. */
export async function gatherEvidence(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
  seed: number,
  duplicateReadings: readonly DuplicateReading[] = [],
  totals: ReadonlyMap<string, readonly MatchingTotal[]> = new Map(),
): Promise<Gathered> {
  const cells = await countStreams(plan, store);
  // One fixed rule, so that no finding turns on a draw; the other days an event may have are readings.
  const panel = buildPanel(plan, cells, tables, { at: 'first' });
  const base = { cells, panel };
  const drawn = [1, 2].map((imputation): Reading => ({
    name: `imprecise dates drawn (${imputation})`,
    about: 'days',
    panel: buildPanel(plan, cells, tables, { at: 'drawn', seed, imputation }, [], base),
  }));
  const readings: Reading[] = [
    {
      name: 'imprecise dates at their last day',
      about: 'days',
      panel: buildPanel(plan, cells, tables, { at: 'last' }, [], base),
    },
    ...drawn,
  ];
  for (const { name, plan: other } of attributionReadings(plan)) {
    const otherCells = await countStreams(other, store);
    readings.push({
      name,
      about: 'doers',
      panel: buildPanel(other, otherCells, tables, { at: 'first' }, [], base),
    });
  }
  const direction = await gatherDirection(plan, store, tables);
  if (direction) {
    const counted = await countStreams(readColumnsAsMeant(plan, null).plan, store);
    const { name, plan: other } = readColumnsAsMeant(plan, new Set(counted.map(({ stream }) => stream)));
    const otherCells = await countStreams(other, store);
    readings.push({
      name,
      about: 'direction',
      panel: buildPanel(other, otherCells, tables, { at: 'first' }, [], base),
    });
  }
  for (const { name, without } of duplicateReadings) {
    const otherCells = await countStreams(plan, store, without);
    readings.push({
      name,
      about: 'duplicates',
      panel: buildPanel(plan, otherCells, tables, { at: 'first' }, [], base),
    });
  }
  const spells = coverageSpells(plan, panel, totals);
  if (spells.length > 0) {
    readings.push({
      name: 'published totals as the share recorded',
      about: 'coverage',
      panel: buildPanel(plan, cells, tables, { at: 'first' }, spells, base),
    });
  }
  return {
    panel,
    readings: readings.flatMap((reading) => {
      const shared = shareEqual(reading.panel, panel);
      return shared === null ? [] : [{ ...reading, panel: shared }];
    }),
    wholeReadings: gatherWholeReadings(plan, panel),
    facts: await gatherBeside(plan, store, await gatherFacts(plan, cells, panel, store)),
    events: await fetchEvents(plan, store),
    direction,
    theatre: new Map([
      ...(await gatherTheatre(plan, store, tables)),
      ...(await gatherRest(plan, store, tables, spells)),
    ]),
    samePlace: await gatherSamePlace(plan, store, tables),
  };
}

async function gatherFacts(
  plan: Plan,
  cells: readonly CountCell[],
  panel: CountPanel,
  store: EventStore,
): Promise<Map<string, StreamFacts>> {
  const anyPrecision = plan.streams
    .filter(
      ({ columns, selection }) =>
        columns === null && selection.anyOf.some(({ coarsestDays }) => coarsestDays !== null),
    )
    .map(({ selection }) => ({
      ...selection,
      anyOf: selection.anyOf.map((one) => ({ ...one, coarsestDays: null })),
    }));
  const allCells = anyPrecision.length === 0 ? [] : await store.count({ streams: anyPrecision });
  const recordEvents = (await store.summaries()).reduce((all, { right }) => all + right, 0);
  const [counted, countedAll] = [sumByStream(cells), sumByStream(allCells)];
  return new Map(
    plan.streams.map(({ id, columns }, index) => {
      const total = columns
        ? (panel.counts[index] ?? new Float64Array(0)).reduce((a, b) => a + b, 0)
        : (counted.get(id) ?? 0);
      const tooCoarse = Math.max(0, (countedAll.get(id) ?? 0) - total);
      return [id, columns ? { total, tooCoarse } : { total, tooCoarse, recordEvents }];
    }),
  );
}

function sumByStream(cells: readonly CountCell[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { stream, events } of cells) sums.set(stream, (sums.get(stream) ?? 0) + events);
  return sums;
}

async function fetchEvents(plan: Plan, store: EventStore): Promise<Map<string, readonly Event[]>> {
  const wanted = new Set(plan.claims.flatMap(({ test }) => streamsOf(test)));
  // A dated event is judged by its rows, and "the first" by all rows before it: these are never cut.
  const whole = new Set(
    plan.claims.flatMap(({ test }) =>
      test.kind === 'event' || test.kind === 'control' ? streamsOf(test) : [],
    ),
  );
  const events = new Map<string, readonly Event[]>();
  for (const { id, columns, untestable, selection } of plan.streams) {
    if (columns || untestable || !wanted.has(id)) continue;
    events.set(id, await store.events(selection, whole.has(id) ? undefined : ROWS_FETCHED));
  }
  return events;
}

/** The same panel, in which series that are those of `base` are its very arrays; null where all of them are. */
function shareEqual(panel: CountPanel, base: CountPanel): CountPanel | null {
  const share = (own: readonly Float64Array[], others: readonly Float64Array[]) =>
    own.map((values, index) => {
      const other = others[index];
      return other && areEqual(values, other) ? other : values;
    });
  const counts = share(panel.counts, base.counts);
  const coverage = share(panel.coverage, base.coverage);
  const isBase =
    counts.every((values, index) => values === base.counts[index]) &&
    coverage.every((values, index) => values === base.coverage[index]);
  return isBase ? null : { ...panel, counts, coverage };
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  if (a === b) return true;
  for (let step = 0; step < a.length; step++) if (a[step] !== b[step]) return false;
  return a.length === b.length;
}
