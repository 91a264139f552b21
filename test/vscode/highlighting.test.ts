import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { highlightLine, textMateGrammar } from '../../src/language/index.ts';
import { TEXTMATE_SCOPES } from '../../src/language/textMateGrammar.ts';

const require = createRequire(import.meta.url);
const { loadWASM, OnigScanner, OnigString } = oniguruma;
const { INITIAL, Registry } = textmate;

const PATH = 'vscode/syntaxes/tacit.tmLanguage.json';
let grammar: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(JSON.parse(readFileSync(PATH, 'utf8')) as never),
  });
  const loaded = await registry.loadGrammar('source.tacit');
  if (!loaded) throw new Error('the grammar was not loaded');
  grammar = loaded;
}, 60_000);

interface Part {
  readonly text: string;
  readonly scope: string;
}

/** What VS Code's own engine makes of a text, blanks left out. */
function fromTextMate(text: string): Part[] {
  let stack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const part = { text: line.slice(startIndex, endIndex).trim(), scope: scopes.at(-1) ?? '' };
      return part.text === '' || part.scope === 'source.tacit' ? [] : [part];
    });
  });
}

function fromLines(text: string): Part[] {
  return text.split('\n').flatMap((line) =>
    highlightLine(line).map(({ start, end, kind }) => ({
      text: line.slice(start, end).trim(),
      scope: TEXTMATE_SCOPES[kind],
    })),
  );
}

const folder = 'test/language/cases/good';
const samples = [
  'test/language/everything.tacit',
  'examples/eastern-syria/theatre.tacit',
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.tacit'))
    .map((name) => `${folder}/${name}`),
];

describe('the grammar for colours', () => {
  it('is the one that the language gives (npm run vscode writes it)', () => {
    expect(JSON.parse(readFileSync(PATH, 'utf8'))).toEqual(textMateGrammar());
  });

  it.each(samples)('colours %s word by word as the editor of the workbench does', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(fromTextMate(text)).toEqual(fromLines(text));
  });

  it.each([
    'actor الميليشيات "the ""militias""" also ""',
    'actor 人民 // "no text"',
    'falls fallen `falls` US_2 2024-02-04 2024-02 06-01 14 2.5 20240204',
    'claim A by S "open',
    '  claim É by Éire',
    '§ 12:30 a/b /',
  ])('colours %s likewise', (line) => {
    expect(fromTextMate(line)).toEqual(fromLines(line));
  });

  it('knows every class of words, and no text goes over the end of its line', () => {
    const scopes = new Set(
      samples.flatMap((path) => fromTextMate(readFileSync(path, 'utf8'))).map(({ scope }) => scope),
    );
    expect([...scopes].sort()).toEqual(Object.values(TEXTMATE_SCOPES).sort());
    expect(fromTextMate('actor A "open\nactor B').at(-1)).toEqual({ text: 'B', scope: TEXTMATE_SCOPES.name });
  });
});
