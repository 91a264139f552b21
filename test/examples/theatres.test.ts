import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, format, parse } from '../../src/language/index.ts';
import { projectRoot } from '../house/sourceTree.ts';

const examples = join(projectRoot, 'examples');
const theatres = readdirSync(examples).map((folder) => `${folder}/theatre.tacit`);

describe.each(theatres)('examples/%s', (file) => {
  const text = readFileSync(join(examples, file), 'utf8');
  const { document, diagnostics } = parse(text, 'theatre.tacit');

  it('has no errors and no warnings', () => {
    const context = { file: 'theatre.tacit', files: new Map<string, string>(), pedantic: false, text };
    const checked = check(document, context);
    const found = [...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity !== 'hint');
    expect(found).toEqual([]);
    const claims = document.items.filter(({ kind }) => kind === 'claim');
    expect(checked.theatre?.claims).toHaveLength(claims.length);
  });

  it('is in standard form', () => {
    expect(format(document)).toBe(text);
  });

  it('names its records beside it', () => {
    const records = document.items.flatMap((item) => (item.kind === 'record' ? [item.file] : []));
    expect(records.length).toBeGreaterThan(0);
    const beside = readdirSync(join(examples, file, '..'));
    expect(records.filter((record) => !beside.includes(record))).toEqual([]);
  });

  it('gives every claim a source and a passage', () => {
    const claims = document.items.flatMap((item) => (item.kind === 'claim' ? [item] : []));
    const sources = document.items.flatMap((item) => (item.kind === 'source' ? [item.name] : []));
    expect(claims.filter(({ passage }) => passage === null || passage.trim() === '')).toEqual([]);
    expect(claims.filter(({ source }) => !sources.includes(source))).toEqual([]);
  });
});
