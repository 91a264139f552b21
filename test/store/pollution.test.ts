/** Bytes that are no table of text are refused whole, with the encoding or the line named; the store stays as it was. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type ImportOutcome } from '../../src/store/index.ts';
import { storePath } from '../../src/store/openDatabase.ts';
import { writeImport } from '../../src/store/writeImport.ts';
import { writeInto } from './temporaryFolder.ts';

const CHRONOLOGY = '../shared/data/chronology/chronology.csv';
const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');

describe.skipIf(!existsSync(CHRONOLOGY))('a damaged chronology (skipped where ../shared is absent)', () => {
  const clean = existsSync(CHRONOLOGY) ? readFileSync(CHRONOLOGY, 'utf8') : '';
  let folder = '';

  const importBytes = (content: string | Uint8Array): Promise<ImportOutcome> =>
    writeImport(
      {
        store: storePath(folder),
        path: writeInto(folder, 'test.csv', content),
        name: 'test.csv',
        format: 'tacit-csv',
        memoryMegabytes: 256,
        options: { dates: null, map: null },
      },
      () => undefined,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tacit-pollution-'));
    expect(await importBytes(`\ufeff${clean}`)).toMatchObject({ result: { rows: 209, right: 209 } });
  });

  afterAll(async () => {
    const opening = await openStore(folder);
    if (opening.kind !== 'open') throw new Error(opening.fault.message);
    expect((await opening.store.summaries())[0]).toMatchObject({ record: 'test.csv', right: 209 });
    await opening.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<[string, () => string | Uint8Array, RegExp]>([
    ['UTF-16 without a mark', () => utf16(clean, false), /UTF-16/],
    ['UTF-16 cut inside a character', () => utf16(clean, true).subarray(0, -1), /not sound text in UTF-16/],
    ['UTF-32', () => Buffer.from([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0]), /UTF-32/],
    [
      'Latin-1',
      () => Buffer.from(clean.replace('C100,', 'Cé00,'), 'latin1'),
      /not in UTF-8: line 100 holds the byte 0xE9/,
    ],
    [
      'cut inside a character',
      () => Buffer.from(`${clean}é`).subarray(0, -1),
      /not in UTF-8: line 211 holds the byte 0xC3/,
    ],
    ['semicolons', () => clean.replaceAll(',', ';'), /also needs id/],
    ['tabs', () => clean.replaceAll(',', '\t'), /also needs id/],
    ['a column twice', () => clean.replace('verify', 'target'), /target stands more than once/],
    ['a column missing', () => clean.replace('precision', 'exactness'), /also needs precision/],
    ['no header', () => clean.slice(clean.indexOf('\n') + 1), /also needs id/],
    ['empty', () => '', /empty/],
    ['a login page', () => '<!DOCTYPE html>\n<html><head><title>Sign in</title>', /web page/],
    ['compressed', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), /compressed/],
    ['a spreadsheet', () => Buffer.from('PK\u0003\u0004xl/workbook.xml'), /spreadsheet/],
  ])('%s: refused whole', async (_, make, message) => {
    const outcome = await importBytes(make());
    expect(outcome.kind === 'fault' && outcome.fault.message).toMatch(message);
  });

  it.each([
    ['UTF-16, the smaller byte first', 'utf-16le', () => utf16(clean, true)],
    ['UTF-16, the larger byte first', 'utf-16be', () => utf16(clean, true).swap16()],
  ])('%s with its mark: read whole, and said', async (_, encoding, make) => {
    const outcome = await importBytes(make());
    expect(outcome).toMatchObject({ result: { rows: 209, right: 209, encoding } });
  });
});
