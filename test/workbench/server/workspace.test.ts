import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hashBytes } from '../../../src/workbench/server/readWorkspaceFile.ts';
import { openWorkspace, type OpenWorkspace, type Saving } from '../../../src/workbench/server/workspace.ts';

const root = mkdtempSync(join(tmpdir(), 'tacit-workspace-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let workspace: OpenWorkspace;
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const open = async () => {
  const opening = await openWorkspace(folder, 'theatre.tacit');
  if (!opening.ok) throw new Error(opening.message);
  return opening.value;
};

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'one-'));
  workspace = await open();
});

describe('reading', () => {
  it('gives the theatre first, then every other theatre of the folder', async () => {
    write('theatre.tacit', 'tacit 1\n');
    write('another.tacit', '');
    write('events.csv', 'a,b');
    mkdirSync(join(folder, 'parts', '.hidden'), { recursive: true });
    write('parts/part.tacit', 'x');
    write('parts/.hidden/no.tacit', 'x');
    const { files, main, kept } = await workspace.read();
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['theatre.tacit', 'tacit 1\n'],
      ['another.tacit', ''],
      ['parts/part.tacit', 'x'],
    ]);
    expect([main, kept]).toEqual(['theatre.tacit', []]);
    expect(files[0]?.hash).toBe(hashBytes('tacit 1\n'));
  });

  it('shows the used tables once it is told of them', async () => {
    write('periods.csv', 'p');
    workspace.show(['periods.csv']);
    expect(await workspace.look()).toMatchObject([
      { kind: 'file', path: 'periods.csv', file: { text: 'p' } },
    ]);
    expect((await workspace.read()).files.map(({ path }) => path)).toEqual(['periods.csv']);
  });

  it('says which files are no text', async () => {
    write('theatre.tacit', Uint8Array.of(0xff, 0xfe, 0x41, 0));
    write('nul.tacit', 'a\0b');
    const { files, unreadable } = await workspace.read();
    expect(files).toEqual([]);
    expect(unreadable.map(({ path }) => path)).toEqual(['theatre.tacit', 'nul.tacit']);
  });

  it('is the same folder after a restart, and another one elsewhere', async () => {
    const { id } = await workspace.read();
    expect((await (await open()).read()).id).toBe(id);
    folder = mkdtempSync(join(root, 'two-'));
    expect((await (await open()).read()).id).not.toBe(id);
  });
});

describe('saving', () => {
  it('creates a file, changes it, and keeps its permissions', async () => {
    expect(await workspace.save({ path: 'theatre.tacit', text: 'one', basedOn: null })).toEqual({
      kind: 'saved',
      saved: { hash: hashBytes('one'), revision: 1 },
      written: true,
    });
    chmodSync(join(folder, 'theatre.tacit'), 0o640);
    await workspace.save({ path: 'theatre.tacit', text: 'two', basedOn: hashBytes('one') });
    expect(read('theatre.tacit')).toBe('two');
    expect(statSync(join(folder, 'theatre.tacit')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, '.tacit', 'saving'))).toEqual([]);
    expect(await workspace.look()).toEqual([]);
  });

  it('takes an answer that was lost for given', async () => {
    write('theatre.tacit', 'one');
    const wanted = { path: 'theatre.tacit', text: 'two', basedOn: hashBytes('one') };
    expect((await workspace.save(wanted)).kind).toBe('saved');
    expect((await workspace.save(wanted)).kind).toBe('saved');
  });

  it.each([
    ['changed', 'disk', hashBytes('page')],
    ['made meanwhile', 'disk', null],
    ['removed', null, hashBytes('page')],
  ])(
    'never overwrites a file that another program %s, and keeps what was typed',
    async (_, disk, basedOn) => {
      if (disk !== null) write('theatre.tacit', disk);
      const saving = await workspace.save({ path: 'theatre.tacit', text: 'typed', basedOn });
      expect(saving).toMatchObject({
        kind: 'conflict',
        conflict: {
          disk: disk === null ? null : { text: disk },
          kept: { path: 'theatre.tacit', text: 'typed', basedOn },
        },
      });
      if (disk !== null) expect(read('theatre.tacit')).toBe(disk);
      else expect(readdirSync(folder)).toEqual(['.tacit']);
      const restarted = await open();
      const { kept } = await restarted.read();
      expect(kept).toMatchObject([{ path: 'theatre.tacit', text: 'typed', basedOn }]);
      await restarted.forget(kept[0]?.id ?? '');
      expect((await restarted.read()).kept).toEqual([]);
    },
  );

  it('of two pages one is told of the conflict', async () => {
    write('theatre.tacit', 'one');
    const basedOn = hashBytes('one');
    const savings = await Promise.all(
      ['two', 'three'].map((text) => workspace.save({ path: 'theatre.tacit', text, basedOn })),
    );
    expect(savings.map(({ kind }) => kind)).toEqual(['saved', 'conflict']);
    expect(read('theatre.tacit')).toBe('two');
  });

  it('refuses what no theatre can be', async () => {
    for (const wanted of [
      { path: 'theatre.tacit', text: 'a\0b', basedOn: null },
      { path: 'theatre.tacit', text: 'x'.repeat(9 * 1024 * 1024), basedOn: null },
      { path: '../x.tacit', text: 'x', basedOn: null },
    ])
      expect((await workspace.save(wanted)).kind).toBe('refused');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not forget by a name that leads elsewhere', async () => {
    write('theatre.tacit', 'one');
    await workspace.forget('../../theatre');
    expect(read('theatre.tacit')).toBe('one');
  });
});

describe('looking', () => {
  it('tells what other programs changed, made and removed, once', async () => {
    write('theatre.tacit', 'one');
    await workspace.read();
    write('theatre.tacit', 'two');
    write('new.tacit', 'n');
    expect(await workspace.look()).toMatchObject([
      { kind: 'file', path: 'theatre.tacit', file: { text: 'two' } },
      { kind: 'file', path: 'new.tacit', file: { text: 'n' } },
    ]);
    expect(await workspace.look()).toEqual([]);
    rmSync(join(folder, 'theatre.tacit'));
    expect(await workspace.look()).toMatchObject([{ kind: 'file', path: 'theatre.tacit', file: null }]);
    expect(await workspace.look()).toEqual([]);
  });

  it('tells every page of a change that another page found first, with a greater number each time', async () => {
    write('theatre.tacit', 'one');
    const { revision } = await workspace.read();
    write('theatre.tacit', 'two');
    // A page that opens now reads it; the page of before still has to be told.
    expect((await workspace.read()).files[0]?.text).toBe('two');
    expect(await workspace.look()).toMatchObject([{ file: { text: 'two' }, revision: revision + 1 }]);
    const { saved } = (await workspace.save({
      path: 'theatre.tacit',
      text: 'three',
      basedOn: hashBytes('two'),
    })) as Extract<Saving, { kind: 'saved' }>;
    expect(saved.revision).toBe(revision + 2);
    expect((await workspace.read()).revision).toBe(revision + 2);
  });

  it('says nothing of a file that was only touched', async () => {
    write('theatre.tacit', 'one');
    await workspace.read();
    write('theatre.tacit', 'one');
    expect(await workspace.look()).toEqual([]);
  });

  it('tells of records without their text', async () => {
    write('events.csv', 'a');
    workspace.watch(['events.csv']);
    expect(await workspace.look()).toEqual([]);
    write('events.csv', 'ab');
    expect(await workspace.look()).toEqual([{ kind: 'other file', path: 'events.csv' }]);
  });
});

it.each(['.tacit', '.tacit/kept', '.tacit/saving'])(
  'refuses a folder whose %s leads elsewhere',
  async (name) => {
    const elsewhere = mkdtempSync(join(root, 'elsewhere-'));
    writeFileSync(join(elsewhere, 'precious'), 'x');
    if (name !== '.tacit') mkdirSync(join(folder, '.tacit'));
    symlinkSync(elsewhere, join(folder, name));
    expect(await openWorkspace(folder, 'theatre.tacit')).toMatchObject({ ok: false });
    expect(readdirSync(elsewhere)).toEqual(['precious']);
  },
);
