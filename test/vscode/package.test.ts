import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { positionOf } from '../languageServer/speak.ts';
import { spawnServer } from '../languageServer/spawnServer.ts';
import { startExtension } from './startExtension.ts';
import { unpackExtension } from './unpack.ts';

const { loadWASM, OnigScanner, OnigString } = oniguruma;

let files: ReadonlyMap<string, Buffer>;
let folder: string;
beforeAll(async () => {
  ({ files, folder } = await unpackExtension());
}, 60_000);
const read = (name: string) => files.get(name)?.toString() ?? '';
const json = (name: string) => JSON.parse(read(name)) as Record<string, unknown>;

const TEXT = `tacit 1
theatre "Packaged"
use "who.tacit"
record "events.csv"
  covers 2017-05-01 to 2024-06-30
actor IS "Islamic State"
source S published 2024
claim A by S
  when US atacks IS then IS attacks US within 14 days
`;

describe('the package', () => {
  it('holds what VS Code asks for, and nothing that it would need besides', () => {
    const manifest = json('extension/package.json');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ name: 'tacit', version, publisher: 'tacit', main: './extension.js' });
    expect(manifest).not.toHaveProperty('type');
    expect(manifest).not.toHaveProperty('dependencies');
    const identity = /<Identity Language="en-US" Id="tacit" Version="([^"]+)" Publisher="tacit" \/>/.exec(
      read('extension.vsixmanifest'),
    );
    expect(identity?.[1]).toBe(version);
    const assets = [...read('extension.vsixmanifest').matchAll(/Path="([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(assets).toContain('extension/package.json');
    expect(assets.filter((path) => !files.has(path))).toEqual([]);
    const types = [...read('[Content_Types].xml').matchAll(/Extension="([^"]+)"/g)].map(
      ([, ending]) => ending,
    );
    const endings = [...files.keys()]
      .filter((name) => name !== '[Content_Types].xml')
      .map((name) => name.slice(name.lastIndexOf('.')));
    expect(endings.filter((ending) => !types.includes(ending))).toEqual([]);
  });

  it('names only files that are inside', () => {
    const { contributes } = json('extension/package.json') as {
      contributes: {
        languages: { id: string; configuration: string; extensions: string[] }[];
        grammars: { path: string; scopeName: string; language: string }[];
      };
    };
    const [language] = contributes.languages;
    const [grammar] = contributes.grammars;
    expect(language).toMatchObject({ id: 'tacit', extensions: ['.tacit'] });
    expect(grammar).toMatchObject({
      language: 'tacit',
      scopeName: json('extension/syntaxes/tacit.tmLanguage.json')['scopeName'],
    });
    for (const path of [language?.configuration ?? '', grammar?.path ?? '']) {
      expect([...files.keys()]).toContain(`extension/${path.replace('./', '')}`);
    }
    const { wordPattern } = json('extension/language-configuration.json') as {
      wordPattern: { pattern: string; flags: string };
    };
    const words = 'actor Éire_2 2019-12-29 "Kata’ib"'.match(
      new RegExp(wordPattern.pattern, `g${wordPattern.flags}`),
    );
    expect(words).toEqual(['actor', 'Éire_2', '2019-12-29', 'Kata', 'ib']);
  });

  it('keeps the rules of VS Code for its manifest', () => {
    const manifest = json('extension/package.json') as unknown as Manifest;
    expect(manifest.name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    expect(manifest.publisher).toMatch(/^[a-z0-9][a-z0-9-]*$/i);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.license).toBe('MIT');
    expect(manifest.displayName.length).toBeGreaterThan(0);
    // The editors that begin with this version bring Node 20, for which the bundles are written.
    expect(manifest.engines.vscode).toMatch(/^\^1\.(9\d|[1-9]\d\d)\.\d+$/);
    expect(manifest.categories.filter((one) => !CATEGORIES.has(one))).toEqual([]);
    expect(manifest.activationEvents).toEqual(
      manifest.contributes.languages.map(({ id }) => `onLanguage:${id}`),
    );
    expect(manifest).not.toHaveProperty('browser');
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
    const inside = (path: string) => `extension/${path.replace(/^\.\//, '')}`;
    for (const path of [manifest.main, manifest.icon]) expect([...files.keys()]).toContain(inside(path));
    const icon = files.get(inside(manifest.icon));
    expect(icon?.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect([icon?.readUInt32BE(16), icon?.readUInt32BE(20)]).toEqual([256, 256]);
    const vsix = read('extension.vsixmanifest');
    for (const path of [manifest.icon, 'LICENSE.txt', 'README.md', 'package.json'])
      expect(vsix).toContain(`Path="${inside(path)}" Addressable="true"`);
    expect(vsix).toContain(`Engine" Value="${manifest.engines.vscode}"`);
    expect(read('extension/LICENSE.txt')).toContain('MIT License');
    // A page of the marketplace shows no pictures from disk.
    expect(read('extension/README.md')).not.toMatch(/!\[|<img|<svg/);
    for (const { type, default: value } of Object.values(manifest.contributes.configuration.properties))
      expect(typeof value).toBe(type);
  });

  it('colours words with the grammar that is inside', async () => {
    await loadWASM(
      readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')),
    );
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (sources) => new OnigScanner(sources),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: () => Promise.resolve(json('extension/syntaxes/tacit.tmLanguage.json') as never),
    });
    const grammar = await registry.loadGrammar('source.tacit');
    const { tokens } = grammar!.tokenizeLine('claim A by S // why', textmate.INITIAL);
    const scopes = tokens.map(({ scopes: all }) => all.at(-1) ?? '');
    expect(scopes[0]).toMatch(/^keyword/);
    expect(scopes.at(-1)).toMatch(/^comment/);
  });

  it('says whose work it holds', () => {
    const notices = read('extension/third-party-notices.txt');
    for (const name of ['langium', 'chevrotain', 'vscode-languageserver', 'vscode-jsonrpc', 'zod']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  it('needs no module but those of Node and the editor', () => {
    for (const name of ['extension/extension.js', 'extension/server.js']) {
      const asked = [...read(name).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module ?? '');
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((module) => !/^(node:|vscode$)/.test(module) && !NODE.has(module))).toEqual([]);
    }
  });
});

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly activationEvents: readonly string[];
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly type: string; readonly default: unknown }>>;
    };
  };
}

/** Those of which a manifest may name some: https://code.visualstudio.com/api/references/extension-manifest. */
const CATEGORIES = new Set([
  ...['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters'],
  ...['Keymaps', 'Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Programming Languages'],
  ...['SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization', 'Other'],
]);

const NODE = new Set([
  'assert',
  'child_process',
  'crypto',
  'fs',
  'net',
  'os',
  'path',
  'tty',
  'url',
  'util',
  'worker_threads',
  'process',
  'stream',
  'events',
]);

describe('the packaged server', () => {
  it('tells what is wrong over standard input and output, and ends', async () => {
    const theatre = join(folder, 'theatre');
    mkdirSync(theatre, { recursive: true });
    writeFileSync(join(theatre, 'who.tacit'), 'tacit 1\ntheatre "Who"\nactor US "United States"\n');
    const uri = pathToFileURL(join(theatre, 'main.tacit')).href;
    const server = await spawnServer(process.execPath, [join(folder, 'extension', 'server.js'), '--stdio']);
    server.open(uri, TEXT);
    expect((await server.told(uri)).map(({ message }) => message)).toEqual([
      'No act is called `atacks`.\nDid you mean `attack`?',
    ]);
    expect(await server.shutDown()).toBe(0);
    expect(server.complaints()).toBe('');
  });
});

describe('the packaged extension in an editor', () => {
  it('starts the server, shows its messages, answers, and stops it', async () => {
    const editor = startExtension(join(folder, 'extension'));
    const uri = pathToFileURL(join(folder, 'theatre', 'shown.tacit')).href;
    const document = editor.document(uri, TEXT);
    await editor.activate([document]);
    const [wrong] = await editor.diagnosed(uri, (list) => list.length > 0);
    expect(wrong).toMatchObject({
      severity: 0,
      code: 'unknown-act',
      source: 'tacit',
      range: { start: positionOf(TEXT, 'atacks') },
    });

    const ask = <Result>(provider: string, method: string, ...rest: unknown[]) =>
      editor.ask<Result>(provider, method, document, ...rest);
    const at = positionOf(TEXT, 'IS then');
    const hover = await ask<{ contents: { value: string } }>('Hover', 'provideHover', at);
    expect(hover.contents.value).toContain('**IS**: actor');
    const places = await ask<{ uri: { text: string } }[]>(
      'Definition',
      'provideDefinition',
      positionOf(TEXT, 'US atacks'),
    );
    expect(places.map(({ uri: place }) => place.text)).toEqual([
      pathToFileURL(join(folder, 'theatre', 'who.tacit')).href,
    ]);
    expect(await ask('Reference', 'provideReferences', at, { includeDeclaration: true })).toHaveLength(3);
    const list = await ask<{ items: { label: string }[]; isIncomplete: boolean }>(
      'CompletionItem',
      'provideCompletionItems',
      {
        ...at,
        character: at.character,
      },
    );
    expect(list.isIncomplete).toBe(true);
    const edit = await ask<{ edits: unknown[] }>('Rename', 'provideRenameEdits', at, 'Caliphate');
    expect(edit.edits).toHaveLength(3);
    expect(editor.shown.join()).toContain('found by the name "IS"');
    await expect(ask('Rename', 'provideRenameEdits', at, 'no name')).rejects.toThrow('is no name');
    expect(await ask('DocumentSymbol', 'provideDocumentSymbols')).toHaveLength(5);
    expect(await ask('DocumentFormattingEdit', 'provideDocumentFormattingEdits')).toEqual([]);
    const fixes = await ask<{ title: string }[]>('CodeActions', 'provideCodeActions', {
      start: positionOf(TEXT, 'atacks'),
      end: positionOf(TEXT, 'atacks'),
    });
    expect(fixes.map(({ title }) => title)).toEqual(['Write attack']);
    const tokens = await ask<{ data: Uint32Array }>(
      'DocumentSemanticTokens',
      'provideDocumentSemanticTokens',
    );
    expect(tokens.data.length % 5).toBe(0);

    editor.change(document, TEXT.replace('atacks', 'attacks'));
    expect(await editor.diagnosed(uri, (messages) => messages.length === 0)).toEqual([]);
    expect(await editor.deactivate()).toBe(0);
  });

  it('starts the server again when it was killed, with all that is open', async () => {
    const editor = startExtension(join(folder, 'extension'));
    const uri = pathToFileURL(join(folder, 'theatre', 'again.tacit')).href;
    await editor.activate([editor.document(uri, TEXT)]);
    await editor.diagnosed(uri, (list) => list.length > 0);
    editor.killServer();
    // Its messages go with it, and come back.
    await editor.diagnosed(uri, (list) => list.length === 0);
    expect(await editor.diagnosed(uri, (list) => list.length > 0)).toHaveLength(1);
    expect(editor.shown).toEqual([]);
    await editor.deactivate();
  });
});
