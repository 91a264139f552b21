/** The wording of every message about places, records and routes. */
import { error, hinting, type Message, type Proposal } from './semanticMessages.ts';

export function coordinateOutOfRange(which: 'latitude' | 'longitude', degrees: number): Message {
  const limit = which === 'latitude' ? 90 : 180;
  return error(
    'coordinate-out-of-range',
    `${Math.abs(degrees)} degrees is no ${which}: it runs from 0 to ${limit}.`,
    'Write the latitude first, for example `at 34.45 N 40.92 E`.',
  );
}

export function radiusWithoutPosition(place: string): Message {
  return error(
    'radius-without-position',
    `${place} has a radius but no position.`,
    'Say where it is: `at 34.45 N 40.92 E within 25 km`.',
  );
}

export function zeroRadius(place: string): Message {
  return error('zero-radius', `${place} reaches 0 km: it holds no event.`, 'For example `within 25 km`.');
}

export function positionWithoutRadius(place: string): Message {
  return hinting(
    'position-without-radius',
    `${place} has a position but no radius: only events that name the place count.`,
    'To count by distance too, add for example `within 25 km`.',
  );
}

export function recordWithoutCovers(record: string): Message {
  return hinting(
    'record-without-covers',
    `The file does not say which days "${record}" covers: its first and its last event are taken as the ends.`,
    'Say it, for example `covers 2017-05-01 to 2024-06-30`; then quiet days before the first event count too.',
  );
}

export function noRecord(): Message {
  return hinting(
    'no-record',
    'The file names no record, so nothing can be examined.',
    'Name one, for example `record "events.csv"`.',
  );
}

export function recordTwice(record: string, first: string): Message {
  return error('record-twice', `The record "${record}" is already named on ${first}.`, 'Delete one of them.');
}

export function partTwice(part: string, record: string): Message {
  return error('part-twice', `\`${part}\` is said twice about "${record}".`, 'Keep one of them.');
}

export function columnsWithoutCounts(record: string): Message {
  return error(
    'columns-without-counts',
    `"${record}" has columns, but it is not a table of counts.`,
    `Write \`record "${record}" as counts per day\`.`,
  );
}

export function countsWithoutColumns(record: string): Message {
  return error(
    'counts-without-columns',
    `"${record}" is a table of counts, but no column is explained.`,
    'For example `column attacks is Militias attack US`.',
  );
}

export function mapOfCounts(record: string): Message {
  return error(
    'map-of-counts',
    `"${record}" is a table of counts, so no map is needed.`,
    'Delete the `map` line: the `column` lines say what is counted.',
  );
}

export function unknownRecord(file: string, proposal: Proposal | null): Message {
  return error(
    'unknown-record',
    `"${file}" is no record of this theatre.`,
    proposal ? `Did you mean "${proposal.name}"?` : 'Name the file as its `record` line does.',
  );
}

export function rowOfItself(id: string): Message {
  return error(
    'row-of-itself',
    `The row "${id}" is compared with itself.`,
    'Name two rows; where the other stands in another record, add `in "FILE"`.',
  );
}

export function decidedTwice(id: string, other: string): Message {
  return error(
    'decided-twice',
    `The rows "${id}" and "${other}" are decided twice.`,
    'Keep one of the lines.',
  );
}

export function duplicateOfTwo(id: string, first: string, second: string): Message {
  return error(
    'duplicate-of-two',
    `The row "${id}" is called a duplicate of "${first}" and of "${second}".`,
    `Keep one line, and write the other as \`duplicate "${second}" of "${first}"\` if all three are one incident.`,
  );
}

export function missingOverlaps(first: string, second: string): Message {
  return error(
    'missing-overlaps',
    `The missing days ${second} overlap the missing days ${first}.`,
    'Write them as one spell, or correct the dates.',
  );
}

export function missingOutsideCovers(spell: string, covers: string): Message {
  return error(
    'missing-outside-covers',
    `The missing days ${spell} lie outside the days the record covers, ${covers}.`,
    'Days outside the record are missing anyway: correct the dates, or delete the line.',
  );
}

export function routeTooShort(route: string): Message {
  return error('route-too-short', `${route} names one place; a route needs at least two.`, null);
}
