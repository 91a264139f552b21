import {
  readRecord,
  RECORD_FORMATS,
  type Event,
  type RecordFault,
  type SetAsideRow,
} from '../../src/record/index.ts';

/** Reads a text of the Tacit CSV form, or of another, in pieces of a given size. */
export function readWholeRecord(
  text: string,
  pieceLength = 1 << 18,
  formatName = 'tacit-csv',
): { events: Event[]; setAside: SetAsideRow[]; fault: RecordFault | null; unusedColumns: readonly string[] } {
  const format = RECORD_FORMATS.find(({ name }) => name === formatName);
  if (!format) throw new Error(`the menu of formats lacks ${formatName}`);
  const reader = readRecord(format, 'test.csv');
  const events: Event[] = [];
  const setAside: SetAsideRow[] = [];
  let fault: RecordFault | null = null;
  const take = (reading: ReturnType<typeof reader.push>) => {
    events.push(...reading.events);
    setAside.push(...reading.setAside);
    fault ??= reading.fault;
  };
  // Files of machines end their last line; rows in tests are written without.
  const whole = format.endsLines && text !== '' && !text.endsWith('\n') ? `${text}\n` : text;
  for (let at = 0; at < whole.length; at += pieceLength) take(reader.push(whole.slice(at, at + pieceLength)));
  take(reader.end());
  return { events, setAside, fault, unusedColumns: reader.unusedColumns() };
}
