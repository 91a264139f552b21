import type { DuckDBConnection } from '@duckdb/node-api';
import type { Event, SetAsideRow } from '../record/index.ts';
import { fillColumns, type ColumnValue } from './fillColumns.ts';
import type { WordNumbers } from './internWords.ts';
import { ATTRIBUTION_KINDS, PRECISION_KINDS } from './schema.ts';

export interface EventAppender {
  append(events: readonly Event[], setAside: readonly SetAsideRow[]): void;
  /** Hands on what was appended so far. */
  flush(): void;
  close(): void;
}

/**
 * Writes the rows of one record, the right ones and those set aside, as numbers where they are counted by. `tables`: where
 * the records stand, or the staging of a long import.
 */
export async function appendEvents(
  connection: DuckDBConnection,
  record: number,
  words: WordNumbers,
  tables: { readonly event: string; readonly setAside: string } = { event: 'event', setAside: 'set_aside' },
): Promise<EventAppender> {
  const events = await connection.createAppender(tables.event);
  const aside = await connection.createAppender(tables.setAside);
  const eventColumns = fillColumns(events);
  const asideColumns = fillColumns(aside);
  const flush = () => {
    eventColumns.flush();
    asideColumns.flush();
    events.flushSync();
    aside.flushSync();
  };
  return {
    append: (right, setAside) => {
      for (const event of right) eventColumns.add(eventValues(record, event, words));
      for (const { line, column, reason, raw } of setAside) {
        asideColumns.add([record, line, column, reason, withoutNul(raw)]);
      }
    },
    flush,
    close: () => {
      flush();
      events.closeSync();
      aside.closeSync();
    },
  };
}

/** In the order of the table's columns. */
function eventValues(record: number, event: Event, words: WordNumbers): ColumnValue[] {
  return [
    record,
    event.line,
    event.id,
    event.first,
    event.last,
    event.precision === 'spell' ? event.first : event.last,
    PRECISION_KINDS.indexOf(event.precision),
    words.actors(event.initiators),
    words.actors(event.targets),
    event.directed ? 1 : 0,
    words.act(event),
    words.place(event),
    event.killedLow,
    event.killedHigh,
    event.killedBest,
    event.killedInitiators,
    event.killedTargets,
    event.killedCivilians,
    event.killedSide,
    event.wounded,
    ATTRIBUTION_KINDS.indexOf(event.attribution),
    event.sources,
    event.address,
    event.note,
  ];
}

/** A NUL would end the text in the engine; its mark keeps the row readable. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\u2400');
}
