import { actClassifier, PLOVER_ACTS } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { layoutPolecat, type PolecatLayout } from './layoutPolecat.ts';
import type { DelimitedRow } from './readDelimited.ts';
import { readIsoDay } from './readIsoDay.ts';
import { readPosition } from './readPosition.ts';
import type { RecordFormat, RowReader, RowReading } from './recordFormat.ts';
import { remember } from './remember.ts';
import { unquote } from './unquote.ts';

const UNKNOWN: ReadonlySet<string> = new Set(['None', 'NA', '']);
/** PLOVER's marks of what did not happen on the day of the row. */
const UNREAL: ReadonlySet<string> = new Set(['historical', 'future', 'hypothetical', 'negation']);
/** Kinds of places (GeoNames) that are areas: their position is a middle, where nothing happened. */
const AREAS = ['PCL', 'ADM', 'TERR', 'ZN', 'CONT', 'RGN', 'AREA', 'OCN', 'SEA'] as const;
const TWO_SIDED = 'sideAB';

/** POLECAT, as the Harvard Dataverse holds it. Source: halterman2023. */
export const POLECAT: RecordFormat = {
  name: 'polecat',
  title: 'POLECAT events',
  dialects: [{ delimiter: '\t', quote: null, longestField: 100_000 }],
  encodings: ['utf-8', 'windows-1252'],
  header: true,
  uniqueIds: true,
  recognises: (first) => {
    const names = new Set(first.map((name) => unquote(name).toLowerCase()));
    return ['event id', 'event mode', 'actor name', 'recipient name'].every((name) => names.has(name));
  },
  start: (first, record) => {
    const layout = layoutPolecat(first, record);
    return layout.kind === 'fault' ? layout : readPolecat(record, layout);
  },
};

/** Reads rows of POLECAT; a row with any cell at fault is set aside whole. */
function readPolecat(record: string, layout: PolecatLayout): RowReader {
  const classify = actClassifier(PLOVER_ACTS);
  const readDay = remember(readIsoDay);
  const readPair = remember((pair) => readPosition(...(pair.split('\t') as [string, string])));
  const readActs = remember(readAct);
  const readActors = remember((cells) => listActors(...(cells.split('\t') as [string, string])));
  const readPlaces = remember((text) =>
    text.split('\t').filter((part, index, all) => part !== '' && all.indexOf(part) === index),
  );

  const readEvent = (row: DelimitedRow): RowReading | CellFault => {
    const { fields } = row;
    const shape = layout.checkWidth(fields);
    if (shape !== null) return new CellFault('', shape);
    const places = layout.placesOf(fields);
    const cell = (column: string) => {
      const at = places.get(column);
      const text = at === undefined ? '' : unquote(fields[at] ?? '');
      return UNKNOWN.has(text) ? '' : text;
    };
    const id = cell('event id');
    if (id === '') return new CellFault('event id', 'no id; every event needs its own');
    const day = readDay(cell('event date'));
    if (day.kind === 'fault') return new CellFault('event date', day.reason);
    const act = readActs(`${cell('event type')}\t${cell('event mode')}`);
    if (act instanceof CellFault) return act;
    const unreal = cell('contexts')
      .split(';')
      .map((context) => context.trim())
      .find((context) => UNREAL.has(context));
    if (unreal !== undefined) {
      return new CellFault('contexts', `the context ${unreal} says that the act did not happen on that day`);
    }
    const position = readPair(`${cell('latitude')}\t${cell('longitude')}`);
    if (position.kind === 'fault') return new CellFault(position.of, position.reason);
    const kind = cell('feature type').toUpperCase();
    const exact = kind === '' ? cell('city') !== '' : !AREAS.some((area) => kind.startsWith(area));
    const country = cell('country');
    return {
      kind: 'right',
      ...(exact ? { country } : {}),
      event: {
        id,
        record,
        line: row.line,
        first: day.day,
        last: day.day,
        precision: 'day',
        initiators: readActors(`${cell('actor name')}\t${cell('actor name raw')}`),
        targets: readActors(`${cell('recipient name')}\t${cell('recipient name raw')}`),
        directed: !act.modes.includes(TWO_SIDED),
        code: act.code,
        actClass: act.codes.length === 1 ? classify(act.codes[0] ?? '') : agree(act.codes.map(classify)),
        placeNames: readPlaces(['placename', 'city', 'district', 'province', 'country'].map(cell).join('\t')),
        latitude: exact ? position.latitude : null,
        longitude: exact ? position.longitude : null,
        killedLow: null,
        killedHigh: null,
        killedBest: null,
        killedInitiators: null,
        killedTargets: null,
        killedCivilians: null,
        killedSide: null,
        wounded: null,
        attribution: 'unknown',
        sources: cell('source') || null,
        address: null,
        note: null,
      },
    };
  };
  return {
    kind: 'rows',
    columns: layout.columns,
    widths: layout.widths,
    uses: null,
    unusedColumns: layout.unusedColumns,
    read: (row) => {
      const reading = readEvent(row);
      if (!(reading instanceof CellFault)) return reading;
      const { column, reason } = reading;
      return {
        kind: 'setAside',
        row: { record, line: row.line, column: column || null, reason, raw: row.raw },
      };
    },
  };
}

interface PloverAct {
  /** As shown and matched: `ASSAULT:firearms`, `ASSAULT:explosives;firearms`, `AID`. */
  readonly code: string;
  /** One `TYPE:mode` for each mode. */
  readonly codes: readonly string[];
  readonly modes: readonly string[];
}

function readAct(cells: string): PloverAct | CellFault {
  const [type = '', mode = ''] = cells.split('\t');
  if (type === '') return new CellFault('event type', 'no type of act; every event needs one');
  // A type is one word in capitals; anything else is another column that slipped here.
  if (!/^[A-Z]{3,20}$/.test(type)) {
    return new CellFault('event type', `${shorten(type)} is not a PLOVER type, as ASSAULT`);
  }
  const modes = mode
    .split(';')
    .map((one) => one.trim())
    .filter((one) => !UNKNOWN.has(one));
  if (modes.length === 0) return { code: type, codes: [type], modes };
  return { code: `${type}:${modes.join(';')}`, codes: modes.map((one) => `${type}:${one}`), modes };
}

/** The class that all modes of one act share; of modes of unlike classes nobody can tell which to count. */
function agree(classes: readonly (string | null)[]): string | null {
  const [first = null] = classes;
  return classes.every((one) => one === first) ? first : null;
}

/**
 * The actors of a cell, separated by semicolons: they acted together. Where an actor was not resolved (`None`) the words
 * of the text stand in, if both cells hold as many.
 */
function listActors(resolved: string, raw: string): readonly string[] {
  const names = resolved.split(';').map((name) => name.trim());
  const words = raw.split(';').map((word) => word.trim());
  return names
    .map((name, index) => {
      if (!UNKNOWN.has(name)) return name;
      const word = words.length === names.length ? (words[index] ?? '') : '';
      return UNKNOWN.has(word) ? '' : word;
    })
    .filter((name, index, all) => name !== '' && all.indexOf(name) === index);
}
