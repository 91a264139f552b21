import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { draftMap } from '../../src/cli/draftMap.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-draft-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(content: string | Uint8Array, out: string | null) {
  const file = join(folder, 'table.csv');
  writeFileSync(file, content);
  let [written, errors] = ['', ''];
  const shell = {
    ...{
      write: (text: string) => void (written += text),
      writeError: (text: string) => void (errors += text),
    },
    ...{ colour: false, colourError: false, interactive: false, width: 100 },
  };
  const code = await draftMap(file, out, shell);
  return { code, written, errors };
}

const TABLE = 'date,attacker,act\n2024-05-16,Müller,rocket\n';

describe('tacit import --draft-map', () => {
  it('prints the draft, of a compressed table too', async () => {
    const { code, written } = await run(gzipSync(TABLE), null);
    expect(code).toBe(0);
    expect(written).toContain('initiator = "attacker"');
    expect(written).toContain('encoding = "utf-8"');
  });

  it('tells the encoding by every byte of the file', async () => {
    expect((await run(Buffer.from(TABLE, 'latin1'), null)).written).toContain('encoding = "windows-1252"');
  });

  it('writes a file that is not there yet, and never over one', async () => {
    const out = join(folder, 'map.toml');
    expect((await run(TABLE, out)).errors).toContain('confirmed = true');
    const first = readFileSync(out, 'utf8');
    const second = await run('day;actor;kind\n', out);
    expect(second.code).toBe(2);
    expect(second.errors).toContain('is already there and stays as it is');
    expect(readFileSync(out, 'utf8')).toBe(first);
  });

  it.each([
    ['<!doctype html><html>', /web page/],
    ['just one column\n1\n', /does not name columns/],
    ['', /does not name columns|empty/],
  ])('refuses %j', async (content, message) => {
    const { code, errors } = await run(content, null);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });
});
