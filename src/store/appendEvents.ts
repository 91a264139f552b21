import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Event, SetAsideRow } from '../record/index.ts';
import type { WordNumbers } from './internWords.ts';
import { ATTRIBUTION_KINDS, PRECISION_KINDS } from './schema.ts';

export interface EventAppender {
  append(events: readonly Event[], setAside: readonly SetAsideRow[]): void;
  flush(): void;
}

/** Writes the rows of one record, the right ones and those set aside, as numbers where they are counted by. */
export async function appendEvents(
  connection: DuckDBConnection,
  record: number,
  words: WordNumbers,
): Promise<EventAppender> {
  const events = await connection.createAppender('event');
  const aside = await connection.createAppender('set_aside');
  return {
    append: (right, setAside) => {
      for (const event of right) appendEvent(events, record, event, words);
      for (const row of setAside) {
        aside.appendInteger(record);
        aside.appendBigInt(BigInt(row.line));
        appendText(aside, row.column);
        aside.appendVarchar(row.reason);
        aside.appendVarchar(withoutNul(row.raw));
        aside.endRow();
      }
    },
    flush: () => {
      events.closeSync();
      aside.closeSync();
    },
  };
}

function appendEvent(appender: DuckDBAppender, record: number, event: Event, words: WordNumbers): void {
  appender.appendInteger(record);
  appender.appendBigInt(BigInt(event.line));
  appender.appendVarchar(event.id);
  appender.appendInteger(event.first);
  appender.appendInteger(event.last);
  appender.appendInteger(event.precision === 'spell' ? event.first : event.last);
  appender.appendInteger(PRECISION_KINDS.indexOf(event.precision));
  appender.appendInteger(words.actors(event.initiators));
  appender.appendInteger(words.actors(event.targets));
  appender.appendInteger(event.directed ? 1 : 0);
  appender.appendInteger(words.act(event));
  appender.appendInteger(words.place(event));
  appendNumber(appender, event.killedLow);
  appendNumber(appender, event.killedHigh);
  appendNumber(appender, event.killedBest);
  appendNumber(appender, event.killedInitiators);
  appendNumber(appender, event.killedTargets);
  appendNumber(appender, event.killedCivilians);
  appendText(appender, event.killedSide);
  appendNumber(appender, event.wounded);
  appender.appendInteger(ATTRIBUTION_KINDS.indexOf(event.attribution));
  appendText(appender, event.sources);
  appendText(appender, event.address);
  appendText(appender, event.note);
  appender.endRow();
}

function appendNumber(appender: DuckDBAppender, value: number | null): void {
  if (value === null) appender.appendNull();
  else appender.appendInteger(value);
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(value);
}

/** A NUL would end the text in the engine; its mark keeps the row readable. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\u2400');
}
