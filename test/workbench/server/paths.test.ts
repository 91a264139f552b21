import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveWritable } from '../../../src/workbench/server/resolveWritable.ts';
import { safeName, storeInside } from '../../../src/workbench/server/storeInside.ts';

const root = mkdtempSync(join(tmpdir(), 'tacit-paths-'));
const folder = join(root, 'theatre');
const outside = join(root, 'outside');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(() => {
  for (const one of [folder, outside, join(folder, 'below'), join(folder, '.tacit'), join(folder, 'x.tacit')])
    mkdirSync(one);
  writeFileSync(join(outside, 'secret.tacit'), 'secret');
  writeFileSync(join(folder, 'real.tacit'), 'tacit 1');
  writeFileSync(join(folder, 'program.sh'), 'echo');
  symlinkSync(outside, join(folder, 'way'));
  symlinkSync(join(outside, 'secret.tacit'), join(folder, 'link.tacit'));
  symlinkSync(join(outside, 'new.tacit'), join(folder, 'dangling.tacit'));
  symlinkSync(join(folder, 'program.sh'), join(folder, 'dressed.tacit'));
  symlinkSync(join(folder, 'real.tacit'), join(folder, 'inside.tacit'));
});

describe('files that the page may write', () => {
  it.each([
    ['theatre.tacit', 'theatre.tacit'],
    ['real.tacit', 'real.tacit'],
    ['below/periods.csv', 'below/periods.csv'],
    ['map.toml', 'map.toml'],
    ['Bâtiment.tacit', 'Bâtiment.tacit'],
    ['inside.tacit', 'real.tacit'],
  ])('%s', async (path, place) => {
    expect(await resolveWritable(folder, path)).toEqual({ ok: true, value: join(folder, place) });
  });

  it.each([
    ['../outside/secret.tacit'],
    ['below/../../outside/new.tacit'],
    ['/etc/passwd.tacit'],
    ['way/secret.tacit'],
    ['way/new.tacit'],
    ['link.tacit'],
    ['dangling.tacit'],
    ['dressed.tacit'],
    ['x.tacit'],
    ['.tacit/record.tacit'],
    ['.bashrc.txt'],
    ['below/.hidden.tacit'],
    ['program.sh'],
    ['page.html'],
    ['theatre'],
    ['..\\outside\\secret.tacit'],
    ['C:\\x.tacit'],
    ['theatre.tacit:stream.tacit'],
    ['theatre.tacit\0.csv'],
    ['a\nb.tacit'],
    ['below//x.tacit'],
    ['./x.tacit'],
    [''],
    ['missing/x.tacit'],
    [`${'x'.repeat(600)}.tacit`],
  ])('never %j', async (path) => {
    expect(await resolveWritable(folder, path)).toMatchObject({ ok: false });
  });
});

describe('names of dropped files are no paths', () => {
  it.each([
    ['events.csv', 'events.csv'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\autoexec.bat', 'autoexec.bat'],
    ['.bashrc', 'bashrc'],
    ['a b;c$(x).csv', 'a-b-c-x-.csv'],
    ['...', 'record'],
    ['', 'record'],
    ['con.csv', 'record-con.csv'],
    ['évènements 2024.csv', 'évènements-2024.csv'],
    ['a\0b.csv', 'a-b.csv'],
    ['-rf.csv', 'rf.csv'],
  ])('%j becomes %s', (name, safe) => expect(safeName(name)).toBe(safe));

  it('stay short in bytes', () => {
    expect(Buffer.byteLength(safeName(`${'ш'.repeat(500)}.csv`))).toBeLessThan(200);
  });

  it('lie beside what is there already, and the same bytes are kept once', async () => {
    const drop = async (text: string) => {
      const { name, isNew } = await storeInside(folder, '../drop.csv', Buffer.from(text));
      return `${name} ${isNew ? 'new' : 'known'}`;
    };
    expect([await drop('one'), await drop('two'), await drop('one'), await drop('three')]).toEqual([
      'drop.csv new',
      'drop-2.csv new',
      'drop.csv known',
      'drop-3.csv new',
    ]);
    expect(readFileSync(join(folder, 'drop.csv'), 'utf8')).toBe('one');
    expect(readdirSync(join(folder, '.tacit', 'saving'))).toEqual([]);
    expect(readdirSync(root).sort()).toEqual(['outside', 'theatre']);
  });

  it('never go through a link', async () => {
    symlinkSync(join(outside, 'target.csv'), join(folder, 'linked.csv'));
    expect(await storeInside(folder, 'linked.csv', Buffer.from('x'))).toEqual({
      name: 'linked-2.csv',
      isNew: true,
    });
    expect(readdirSync(outside)).toEqual(['secret.tacit']);
  });
});
