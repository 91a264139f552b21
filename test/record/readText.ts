import { readRecord } from '../../src/record/index.ts';
import type {
  Event,
  ReadingOptions,
  RecordFault,
  RecordFormat,
  SetAsideRow,
} from '../../src/record/index.ts';

export interface WholeReading {
  readonly events: readonly Event[];
  readonly setAside: readonly SetAsideRow[];
  readonly fault: RecordFault | null;
  readonly unusedColumns: readonly string[];
}

/** Reads a whole text as one format, in the first of its dialects or the one its map says. */
export function readText(
  format: RecordFormat,
  text: string,
  options: Partial<ReadingOptions> & { readonly delimiter?: string } = {},
): WholeReading {
  const dialect = format.dialects.find(({ delimiter }) => delimiter === options.delimiter);
  const { dates = null, map = null } = options;
  const reader = readRecord(format, 'test.csv', { dates, map, ...(dialect ? { dialect } : {}) });
  const [begun, ended] = [reader.push(text), reader.end()];
  return {
    events: [...begun.events, ...ended.events],
    setAside: [...begun.setAside, ...ended.setAside],
    fault: begun.fault ?? ended.fault,
    unusedColumns: reader.unusedColumns(),
  };
}
