import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format as prettify } from 'prettier';
import { describe, expect, it } from 'vitest';
import { format, fromTwin, parse, toTwin } from '../../src/language/index.ts';
import { twinJsonSchema } from '../../src/language/twinJsonSchema.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(import.meta.dirname, 'cases', 'good', 'language-example.tacit'), 'utf8');
const twin = JSON.stringify(toTwin(parse(text).document));

interface Twin {
  title: string;
  items: [unknown, Record<string, unknown>, ...{ kind: string }[]];
}

/** The twin with one place changed. */
function changed(change: (value: Twin) => void): unknown {
  const value = JSON.parse(twin) as Twin;
  change(value);
  return value;
}

function sentencesOf(json: unknown): readonly string[] {
  const { document, diagnostics } = fromTwin(json, 'twin.json');
  expect(document).toBeNull();
  return diagnostics.map(({ message }) => message);
}

describe('the twin of a theatre', () => {
  it('says of every node what it is, where it stands and who wrote it', () => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value)
        expect(value).toMatchObject({ default: false, at: { line: expect.any(Number) as number } });
      Object.values(value).forEach(visit);
    };
    visit(JSON.parse(twin));
    expect(JSON.parse(twin)).toMatchObject({ format: 'tacit-theatre/1', version: 1 });
  });

  it('goes from text to JSON and back to the canonical text', () => {
    const { document } = fromTwin(twin);
    expect(document && format(document)).toBe(format(parse(text).document));
  });

  it('keeps what Tacit filled in', () => {
    const filled = twin.replace('{"default":false,"kind":"assume"', '{"default":true,"kind":"assume"');
    expect(filled).not.toBe(twin);
    const { document } = fromTwin(filled);
    expect(document?.items.filter((item) => item.default)).toHaveLength(1);
    expect(JSON.stringify(document && toTwin(document))).toContain('"default":true');
  });
});

describe('a twin is refused', () => {
  it('when it is no JSON or of another format', () => {
    expect(sentencesOf('{')).toEqual(['This is no JSON text.']);
    expect(sentencesOf([])).toEqual(['A twin says "format": "tacit-theatre/1".']);
    expect(sentencesOf({ format: 'tacit-theatre/2' })).toEqual([
      'A twin says "format": "tacit-theatre/1"; it says `tacit-theatre/2`.',
    ]);
  });

  it('with unknown keys', () => {
    expect(sentencesOf(changed((value) => Object.assign(value.items[1], { colour: 'red' })))).toEqual([
      '`items[1]` holds `colour`, which Tacit does not know.',
    ]);
  });

  it('with parts missing, of another type or of unknown kind', () => {
    expect(sentencesOf(changed((value) => delete value.items[1]['name']))).toEqual([
      '`items[1].name` is missing.',
    ]);
    expect(sentencesOf(changed((value) => Object.assign(value.items[1], { also: 'x' })))).toEqual([
      '`items[1].also` must be a list.',
    ]);
    expect(sentencesOf(changed((value) => Object.assign(value.items[1], { kind: 'army' })))).toEqual([
      '`items[1].kind` is of a kind Tacit does not know.',
    ]);
  });

  it('with what no file could say', () => {
    expect(sentencesOf(changed((value) => Object.assign(value.items[1], { name: 'two words' })))).toEqual([
      '`items[1].name` cannot be written in a Tacit file.',
    ]);
    expect(sentencesOf(changed((value) => Object.assign(value, { title: 'a\nb' })))).toEqual([
      '`title` cannot be written in a Tacit file.',
    ]);
    const act = (value: Twin): { act: string } => {
      const claim = value.items.slice(2).find((item) => (item as { kind: string }).kind === 'claim');
      const { patterns } = (claim as { form: { trigger: { patterns: [{ act: string }] } } }).form.trigger;
      return patterns[0];
    };
    expect(sentencesOf(changed((value) => Object.assign(act(value), { act: 'attack' })))).toEqual([
      expect.stringMatching(/patterns\[0\]\.act` would be lost or changed/),
    ]);
  });
});

describe('docs/tacit-theatre.schema.json', () => {
  it('is made from the schema that reads twins', async () => {
    const made = await prettify(JSON.stringify(twinJsonSchema()), { parser: 'json', printWidth: 110 });
    await expect(made).toMatchFileSnapshot(join(root, 'docs', 'tacit-theatre.schema.json'));
  });

  it('accepts twins and refuses unknown keys', () => {
    const validate = new Ajv2020({ strict: false, unicodeRegExp: true }).compile(twinJsonSchema() as object);
    expect(validate(JSON.parse(twin))).toBe(true);
    expect(validate({ ...(JSON.parse(twin) as object), colour: 'red' })).toBe(false);
  });
});
