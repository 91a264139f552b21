import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node.js';
import { afterEach, describe, expect, it } from 'vitest';
import { startLanguageServer, type LanguageServerOptions } from '../../src/languageServer/index.ts';
import { positionOf, speak, type Client } from './speak.ts';

const clients: Client[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.end()));

async function connect(options: LanguageServerOptions = {}, settings: unknown = {}) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startLanguageServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    delayMilliseconds: 1,
    ...options,
  });
  const client = await speak(
    createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
    settings,
  );
  clients.push(client);
  return client;
}

const URI = 'file:///theatre/main.tacit';
const TEXT = `tacit 1
theatre "Server"
record "events.csv"
  covers 2017-05-01 to 2024-06-30
actor US "United States"
actor IS "Islamic State"
source Cradle published 2024-05-14
claim Answered by Cradle
  when US strikes IS then IS attacks US within 14 days
`;
const textDocument = { uri: URI };
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('messages', () => {
  it('come when a file is opened, change as it is changed, and go when it is closed', async () => {
    const client = await connect();
    client.open(URI, TEXT.replace('attacks', 'atacks'));
    const [first] = await client.told(URI);
    expect(first).toEqual({
      range: { start: positionOf(TEXT, 'attacks'), end: positionOf(TEXT, 'attacks', 6) },
      severity: 1,
      code: 'unknown-act',
      source: 'tacit',
      message: 'No act is called `atacks`.\nDid you mean `attack`?',
    });
    client.change(URI, TEXT);
    expect(await client.told(URI)).toEqual([]);
    client.change(URI, '');
    expect(codes(await client.told(URI))).toContain('theatre-missing');
    client.close(URI);
    expect(await client.told(URI, (list) => list.length === 0)).toEqual([]);
  });

  it('tell what may mislead where that is asked for', async () => {
    const client = await connect({}, { pedantic: true });
    client.open(URI, `${TEXT}actor Nobody\n`);
    expect(codes(await client.told(URI))).toContain('unused');
  });

  it('count lines that end in any way, and letters beyond the sixteenth bit as two', async () => {
    const client = await connect();
    client.open(URI, `tacit 1\r\ntheatre "\u{1F600}"\rrecord "e.csv"\nactor A also "\u{1F600}" Xx\n`);
    const [first] = await client.told(URI);
    expect(first?.range.start).toEqual({ line: 3, character: 18 });
  });
});

describe('files that use one another', () => {
  const used = 'file:///theatre/who%20is/actors.tacit';
  const main = TEXT.replace('actor US', 'use "who is/actors.tacit"\nactor US').replace(
    'actor IS "Islamic State"\n',
    '',
  );
  const actors = 'tacit 1\ntheatre "Actors"\nactor IS "Islamic State"\n';

  it('are found among the open documents, however their addresses are spelled', async () => {
    const client = await connect();
    client.open(URI, main);
    expect(codes(await client.told(URI))).toContain('missing-file');
    client.open('file:///theatre/who is/actors.tacit', actors);
    expect(await client.told(URI, (list) => list.length === 0)).toEqual([]);
    // A used file is a part of a theatre and needs no record of its own.
    expect(await client.told('file:///theatre/who is/actors.tacit')).toEqual([]);
    client.close(URI);
    expect(
      codes(await client.told('file:///theatre/who is/actors.tacit', ({ length }) => length > 0)),
    ).toEqual(['no-record']);
  });

  it('are read where they are not open, and asked for inside the folder alone', async () => {
    const asked: string[] = [];
    const client = await connect({
      readFile: (folder, path) => {
        asked.push(folder + path);
        return Promise.resolve(path === 'who is/actors.tacit' ? actors : null);
      },
    });
    client.open(URI, `${main}use "../secret.tacit"\nuse "/etc/passwd"\n`);
    expect(codes(await client.told(URI))).toEqual(['path-refused', 'path-refused']);
    expect(new Set(asked)).toEqual(new Set(['file:///theatre/who is/actors.tacit']));
    const found = await client.request<Location[]>('textDocument/definition', {
      textDocument,
      position: positionOf(main, 'IS then'),
    });
    expect(found).toEqual([
      { uri: used, range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } } },
    ]);
  });

  it('are renamed together, and others are left alone', async () => {
    const client = await connect();
    const other = 'file:///theatre/other.tacit';
    client.open(URI, main);
    client.open(used, actors);
    client.open(other, TEXT);
    await client.told(URI, (list) => list.length === 0);
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: used },
      position: { line: 2, character: 7 },
      newName: 'Caliphate',
    });
    expect(Object.keys(changes ?? {}).sort()).toEqual([URI, used].sort());
    expect(changes?.[URI]?.map(({ newText }) => newText)).toEqual(['Caliphate', 'Caliphate']);
    expect(client.notes.join()).toContain('Events were also found by the name "IS"');
  });

  it('may be tables of periods: their mistakes stand where they are named', async () => {
    const client = await connect();
    const table = 'file:///theatre/ramadan.csv';
    const text = TEXT.replace('source', 'period Ramadan table "ramadan.csv"\nsource');
    client.open(URI, text);
    expect(codes(await client.told(URI))).toEqual(['missing-table']);
    client.open(table, 'first,last\n2024-03-11,2024-04-09\nsoon,later\n');
    const [wrong] = await client.told(URI, (list) =>
      list.some(({ code }) => code === 'table-row-unreadable'),
    );
    expect(wrong?.range.start).toEqual(positionOf(text, '"ramadan.csv"'));
    expect((await client.told(table))[0]?.range.start.line).toBe(2);
    client.change(table, 'first,last\n2024-03-11,2024-04-09\n');
    expect(await client.told(URI, (list) => list.length === 0)).toEqual([]);
    expect(client.last.get(table) ?? []).toEqual([]);
  });

  it('may use each other in a circle', async () => {
    const client = await connect();
    client.open(URI, `${TEXT}use "b.tacit"\n`);
    client.open('file:///theatre/b.tacit', 'tacit 1\ntheatre "B"\nuse "main.tacit"\n');
    expect(codes(await client.told(URI, (list) => codes(list).includes('use-cycle')))).toContain('use-cycle');
  });
});

describe('answers', () => {
  it('complete, never as a finished list', async () => {
    const client = await connect();
    const text = TEXT.replace('IS attacks', 'I attacks');
    client.open(URI, text);
    const position = positionOf(text, 'I attacks', 1);
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
    expect(list.isIncomplete).toBe(true);
    expect(list.items).toMatchObject([
      { label: 'IS', detail: 'actor, Islamic State', textEdit: { newText: 'IS', range: { end: position } } },
    ]);
    const done = await client.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: positionOf(text, '14 days', 7),
    });
    expect(done.items).toEqual([]);
  });

  it('explain, list, find, format', async () => {
    const client = await connect();
    const loose = TEXT.replace('actor US', 'actor   US').replace('  when', '      when');
    client.open(URI, loose);
    const at = { textDocument, position: positionOf(loose, 'US strikes') };
    const hover = await client.request<Hover>('textDocument/hover', at);
    expect(hover.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('**US**: actor') as string,
    });
    const references = await client.request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: false },
    });
    expect(references).toHaveLength(2);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['events.csv', 'US', 'IS', 'Cradle', 'Answered']);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options: {} });
    expect(applyTo(loose, edits)).toBe(TEXT);
    client.change(URI, TEXT);
    expect(await client.request('textDocument/formatting', { textDocument, options: {} })).toEqual([]);
    client.change(URI, `${TEXT}banana\n`);
    expect(await client.request('textDocument/formatting', { textDocument, options: {} })).toEqual([]);
  });

  it('mend what a hint says exactly', async () => {
    const client = await connect();
    const text = TEXT.replace('attacks', 'atacks');
    client.open(URI, text);
    const start = positionOf(text, 'atacks');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([['Write attack', true]]);
    expect(applyTo(text, actions[0]?.edit?.changes?.[URI] ?? [])).toBe(TEXT.replace('attacks', 'attack'));
  });

  it('refuse with a sentence for people', async () => {
    const client = await connect();
    client.open(URI, TEXT);
    const at = { textDocument, position: positionOf(TEXT, 'US strikes') };
    await expect(client.request('textDocument/rename', { ...at, newName: 'IS' })).rejects.toThrow(
      /^`IS` is already the name of something else\.$/,
    );
    await expect(
      client.request('textDocument/prepareRename', { textDocument, position: positionOf(TEXT, 'strikes') }),
    ).rejects.toThrow(/ships with Tacit/);
  });

  it('colour names by what they stand for', async () => {
    const client = await connect();
    client.open(URI, TEXT);
    const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument,
    });
    const { semanticTokensProvider } = client.capabilities as {
      semanticTokensProvider: { legend: { tokenTypes: string[] } };
    };
    const lines = TEXT.split('\n');
    let [line, character] = [0, 0];
    const seen: string[] = [];
    for (let index = 0; index < data.length; index += 5) {
      const [down = 0, right = 0, length = 0, type = 0, declares = 0] = data.slice(index, index + 5);
      character = down === 0 ? character + right : right;
      line += down;
      const word = lines[line]?.slice(character, character + length) ?? '';
      seen.push(
        `${word} ${semanticTokensProvider.legend.tokenTypes[type] ?? ''}${declares ? ' declared' : ''}`,
      );
    }
    expect(seen.slice(0, 5)).toEqual([
      'US class declared',
      'IS class declared',
      'Cradle typeParameter declared',
      'Answered function declared',
      'Cradle typeParameter',
    ]);
    expect(seen).toContain('strikes method');
  });

  it('say nothing about documents that are not open, and survive places outside of them', async () => {
    const client = await connect();
    const nowhere = { textDocument: { uri: 'file:///not/open.tacit' }, position: { line: 3, character: 3 } };
    for (const method of ['hover', 'definition', 'completion', 'prepareRename']) {
      expect(await client.request(`textDocument/${method}`, nowhere)).toBeNull();
    }
    client.open(URI, TEXT);
    const beyond = { textDocument, position: { line: 9999, character: 9999 } };
    expect(await client.request('textDocument/hover', beyond)).toBeNull();
    client.open('untitled:Untitled-1', TEXT);
    expect(await client.told('untitled:Untitled-1')).toEqual([]);
    client.open('file:///%E0%A4%A/broken.tacit', TEXT);
    expect(await client.told('file:///%E0%A4%A/broken.tacit')).toEqual([]);
  });
});

function applyTo(text: string, edits: readonly TextEdit[]): string {
  const begins = text
    .split('\n')
    .reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
  const offset = ({ line, character }: TextEdit['range']['start']) => (begins[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (out, { range, newText }) => out.slice(0, offset(range.start)) + newText + out.slice(offset(range.end)),
      text,
    );
}
