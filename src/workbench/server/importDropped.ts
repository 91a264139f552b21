import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { formatDay } from '../../calendar/index.ts';
import { describeRecord } from '../../evidence/index.ts';
import { listUndeclared, loadTheatre } from '../../host/index.ts';
import { quoted, type Theatre } from '../../language/index.ts';
import {
  draftTableMap,
  inspectRecord,
  RECORD_FORMATS,
  recogniseContent,
  sampleTable,
  type RecordFault,
} from '../../record/index.ts';
import {
  DEFAULT_LIMITS,
  importInputs,
  listInputs,
  openStore,
  readTableMap,
  readTableStart,
  type ImportResult,
} from '../../store/index.ts';
import type { DroppedRecord, ImportedRecord } from '../protocol/index.ts';
import type { DeskState } from './deskState.ts';
import { proposeLines } from './proposeLines.ts';
import { recogniseFile } from './recogniseFile.ts';
import { storeInside } from './storeInside.ts';

/** Pairs and rows that the page shows; the count says how many there are. */
const PAIRS = 50;
const NAMES = 10;
const SAMPLE_ROWS = 8;
const IMPORT_SECONDS = 1800;

interface Order {
  readonly file: string;
  readonly map: string | null;
}

/** Reads a file of the theatre's folder into its store and says what is in it, or what has to be known to read it. */
export async function importDropped({ file, map }: Order, desk: DeskState): Promise<DroppedRecord> {
  const path = join(desk.folder, file);
  const foreign = await recogniseFile(path);
  if (foreign) return { kind: 'refused', ...foreign, isForeign: true };
  // One writes, and nobody reads meanwhile.
  await desk.examiner.release();
  const reading = map === null ? null : await readMap(map, desk.folder);
  if (reading?.kind === 'fault') return askForMap(file, path, map, reading.fault);
  const tableMap = reading?.map ?? null;
  const { inputs, faults } = await listInputs(path, file, DEFAULT_LIMITS);
  const [fault] = faults;
  if (fault) return { kind: 'refused', message: fault.message, hint: fault.hint };
  const outcomes = await importInputs(
    desk.folder,
    inputs,
    {
      timeLimitSeconds: IMPORT_SECONDS,
      sameAnswers: tableMap === null,
      ...(tableMap === null ? {} : { map: tableMap }),
    },
    { onProgress: (_, { rows }) => desk.tell({ kind: 'import', file, rows }) },
  );
  const results = outcomes.flatMap((one) => (one.kind === 'imported' ? [one.result] : []));
  const failed = outcomes.find(({ kind }) => kind === 'fault');
  if (failed?.kind === 'fault') {
    return askForMap(file, path, map, failed.fault);
  }
  if (results.length === 0)
    return {
      kind: 'refused',
      message: `${file} holds no table that is known to be an event record.`,
      hint: null,
    };
  const mapFile =
    map === null ? null : (await storeInside(desk.folder, `${file}.map.toml`, Buffer.from(map))).name;
  return describeImport(file, mapFile, results, desk);
}

/** The map as it would be read from the theatre's folder; it is written there only when it holds. */
async function readMap(map: string, folder: string): Promise<ReturnType<typeof readTableMap>> {
  const place = join(folder, '.tacit', 'saving', `${randomBytes(9).toString('base64url')}.toml`);
  await mkdir(dirname(place), { recursive: true });
  try {
    await writeFile(place, map);
    return readTableMap(place);
  } finally {
    await rm(place, { force: true });
  }
}

/** An unknown table is asked about; what is surely no table is refused. */
async function askForMap(
  file: string,
  path: string,
  map: string | null,
  fault: Pick<RecordFault, 'line' | 'message' | 'hint'>,
): Promise<DroppedRecord> {
  const start = await readTableStart(path, DEFAULT_LIMITS);
  if (start.kind === 'fault')
    return { kind: 'refused', message: start.fault.message, hint: start.fault.hint };
  const known = recogniseContent(start.text);
  if (known) return { kind: 'refused', message: known.message, hint: known.hint, isForeign: true };
  const sample = sampleTable(start.text, start.whole);
  const said = [fault.message, fault.hint].filter((text) => text !== null).join(' ');
  if (sample === null)
    return { kind: 'refused', message: said, hint: 'A table needs a first line that names its columns.' };
  if (sample.rows.length === 0) return { kind: 'refused', ...NO_ROWS };
  // A format that is known and could not be read further down is no table of somebody's own.
  if (map === null && (fault.line ?? 1) > 1 && isKnownFormat(sample.header))
    return { kind: 'refused', message: fault.message, hint: fault.hint };
  return {
    kind: 'unknown',
    file,
    columns: sample.header,
    sample: sample.rows.slice(0, SAMPLE_ROWS),
    map: map ?? draftTableMap(basename(file), sample, start.encoding),
    // What a command line would be told of a table that nobody knows says nothing here.
    fault: map === null && / --[a-z]/.test(said) ? null : said,
  };
}

const NO_ROWS = {
  message: 'The file names its columns but has no rows.',
  hint: 'Look whether the export was cut short or its filter let nothing through.',
};

function isKnownFormat(header: readonly string[]): boolean {
  return RECORD_FORMATS.some(({ recognises }) => recognises(header));
}

async function describeImport(
  file: string,
  mapFile: string | null,
  results: readonly ImportResult[],
  desk: DeskState,
): Promise<DroppedRecord> {
  const theatre = await readTheatre(desk);
  const opening = await openStore(desk.folder);
  if (opening.kind !== 'open')
    return { kind: 'refused', message: opening.fault.message, hint: opening.fault.hint };
  const { store } = opening;
  try {
    const contents = await inspectRecord(store, file, {
      covers: null,
      missing: [],
      names: NAMES,
      pairs: PAIRS,
    });
    if (!contents)
      return { kind: 'refused', message: `${file} holds no event that could be read.`, hint: null };
    const described = describeRecord(contents);
    const { actors, places } = await listUndeclared(
      store,
      results.map((result) => result.file),
      theatre,
    );
    const days =
      contents.first === null || contents.last === null
        ? null
        : [contents.first, contents.last].map(formatDay);
    const imported: ImportedRecord = {
      kind: 'imported',
      file,
      format: described.format,
      rows: described.rows,
      right: described.right,
      setAside: described.setAside,
      setAsideRows: results
        .flatMap(({ setAside }) => setAside)
        .slice(0, 100)
        .map(({ line, column, reason }) => ({ line, column, reason })),
      first: described.first,
      last: described.last,
      block: [
        `record ${quoted(file)}`,
        ...(mapFile === null ? [] : [`  map ${quoted(mapFile)}`]),
        ...(days === null ? [] : [`  covers ${days.join(' to ')}`]),
      ].join('\n'),
      actors,
      places,
      proposals: proposeLines(described),
      duplicates: described.duplicates.count,
    };
    return imported;
  } finally {
    await store.close();
  }
}

/** The theatre as it stands on the disk, for the names it declares; null where it cannot be read. */
async function readTheatre({ folder, main }: DeskState): Promise<Theatre | null> {
  const loading = await loadTheatre(join(folder, main));
  return loading.ok ? loading.value.theatre : null;
}
