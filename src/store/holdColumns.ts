import type { DuckDBConnection } from '@duckdb/node-api';
import { readEventColumns, type EventColumns } from './eventColumns.ts';
import { openRowFinder, type RowFinder } from './openRowFinder.ts';
import { toNumber } from './toNumber.ts';

/** From which numbers of events and streams on a store is asked in memory. */
export interface MemoryLimits {
  /** The engine takes some milliseconds a question whatever it holds: so few events are read at once instead. */
  readonly fewEvents: number;
  /** More streams than this are counted quicker in memory, reading all events for it included. */
  readonly fewStreams: number;
  /** Some 80 bytes each; a store of more events stays with the engine. */
  readonly mostEvents: number;
}

const LIMITS: MemoryLimits = { fewEvents: 20_000, fewStreams: 8, mostEvents: 4_000_000 };

/** All events of a store in memory, by columns, and what finds them. */
export interface HeldColumns {
  readonly columns: EventColumns;
  readonly find: RowFinder;
}

export interface ColumnsHolder {
  /** The columns, read when they are first worth it; null where asking the engine for so many streams is quicker. */
  readonly forStreams: (streams: number) => Promise<HeldColumns | null>;
  /** Whether the store holds so few events that all of them may be kept whole. */
  readonly areFew: () => Promise<boolean>;
}

/** Holds the events of a store that nobody writes to while it is open. */
export function holdColumns(connection: DuckDBConnection, limits: MemoryLimits = LIMITS): ColumnsHolder {
  let held: Promise<HeldColumns> | null = null;
  let counted: Promise<number> | null = null;
  const countEvents = () => (counted ??= count(connection));
  const areFew = async () => (await countEvents()) <= limits.fewEvents;
  return {
    areFew,
    forStreams: async (streams) => {
      if (held !== null) return held;
      const isQuicker = (await areFew()) || streams > limits.fewStreams;
      if (!isQuicker || (await countEvents()) > limits.mostEvents) return null;
      return (held ??= read(connection));
    },
  };
}

async function read(connection: DuckDBConnection): Promise<HeldColumns> {
  const columns = await readEventColumns(connection);
  return { columns, find: openRowFinder(columns) };
}

async function count(connection: DuckDBConnection): Promise<number> {
  const rows = (await connection.runAndReadAll('SELECT COUNT(*) FROM event')).getRows();
  return toNumber(rows[0]?.[0]);
}
