import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, type ItemOfKind } from '../../src/language/index.ts';
import { projectRoot } from '../house/sourceTree.ts';
import { haveSeeds, plain, readSeed } from './readSeed.ts';

const folder = join(projectRoot, 'examples/eastern-syria');
const text = readFileSync(join(folder, 'theatre.tacit'), 'utf8');
const { document } = parse(text, 'theatre.tacit');
const claims = document.items.flatMap((item): ItemOfKind<'claim'>[] => (item.kind === 'claim' ? [item] : []));
const claimsOf = (label: string) => claims.filter(({ name }) => new RegExp(`^${label}[A-Z]`).test(name));

const articles = [
  { source: 'Cradle', letter: 'A', claims: 31, paragraphs: 27, seed: '000_e5029d1c168a8525.txt' },
  { source: 'Alwaght', letter: 'B', claims: 17, paragraphs: 11, seed: '001_1ce8b4725a51a8e0.txt' },
] as const;

describe.each(articles)('the claims of $source', ({ source, letter, claims: count, paragraphs, seed }) => {
  const labels = Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

  it('are all there, each under its number and a comment that says it in words', () => {
    expect(labels.filter((label) => claimsOf(label).length === 0)).toEqual([]);
    const comments = document.comments.map((comment) => comment.text.replace(/^\/\/\s*/, ''));
    expect(labels.filter((label) => !comments.some((words) => words.startsWith(`${label} `)))).toEqual([]);
  });

  it('belong to that article and to one of its paragraphs', () => {
    for (const claim of labels.flatMap(claimsOf)) {
      expect(claim.source, claim.name).toBe(source);
      const number = Number(/^paragraph (\d+)$/.exec(claim.passage ?? '')?.[1]);
      expect(number, claim.name).toBeGreaterThanOrEqual(1);
      expect(number, claim.name).toBeLessThanOrEqual(paragraphs);
    }
  });

  it('come in the order of the list', () => {
    const numbers = claims
      .map(({ name }) => new RegExp(`^${letter}(\\d+)[A-Z]`).exec(name)?.[1])
      .flatMap((number) => (number === undefined ? [] : [Number(number)]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  describe.skipIf(!haveSeeds)('held against the article itself (../shared/seeds)', () => {
    it('quote what stands in the paragraph they name, in fewer than 15 words', () => {
      const texts = readSeed(seed);
      expect(texts).toHaveLength(paragraphs);
      const quoted = labels.flatMap(claimsOf).filter(({ quote }) => quote !== null);
      expect(quoted.length).toBeGreaterThan(count / 2);
      for (const { name, passage, quote } of quoted) {
        const number = Number(passage?.replace('paragraph ', ''));
        expect(texts[number - 1], name).toContain(plain(quote ?? ''));
        expect((quote ?? '').split(' ').length, name).toBeLessThan(15);
      }
    });
  });
});

describe('the theatre', () => {
  it('has claims of nobody but the two articles and named rivals', () => {
    expect(claims.filter(({ name }) => !/^[ABR]\d+[A-Z]/.test(name))).toEqual([]);
  });

  it('keeps intent, motive and ability out of what is judged', () => {
    const kept = ['A6', 'A11', 'A13', 'A17', 'A20', 'B4', 'B5', 'B6', 'B7', 'B12', 'B16'];
    for (const claim of kept.flatMap(claimsOf)) expect(claim.form.kind, claim.name).toBe('untestable');
  });

  it('names loaded words only in quotations, aliases and display names', () => {
    const own = text.replace(/"[^"]*"/g, '');
    expect(own).not.toMatch(/regime\b|terror|occupation|resistance|proxy|proxies|liberat|martyr|illegal/i);
  });

  it('knows every code that the record has for an actor, a zone and a country', () => {
    const rows = readFileSync(join(folder, 'chronology.csv'), 'utf8').trimEnd().split('\n').slice(1);
    // Quoted fields come after these columns, but for the place.
    const cells = rows.map((row) => row.replace(/"[^"]*"/g, 'quoted').split(','));
    const codes = new Set(cells.flatMap((row) => [row[4], row[6]]).filter((code) => code !== 'UNK'));
    const places = new Set(cells.flatMap((row) => [row[10], row[11]]));
    const namesOf = (kind: 'actor' | 'place') =>
      document.items.flatMap((item) =>
        item.kind === kind ? [item.name, item.display ?? '', ...item.also].map((name) => name.toLowerCase()) : [],
      );
    expect([...codes].filter((code) => !namesOf('actor').includes(code?.toLowerCase() ?? ''))).toEqual([]);
    expect([...places].filter((place) => !namesOf('place').includes(place?.toLowerCase() ?? ''))).toEqual([]);
  });

  it('compares the record with published totals of every place, not of Iraq or Syria alone', () => {
    const lines = (file: string) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const [header = '', ...all] = lines('counters.csv');
    const everywhere = all.filter((line) => line.split(',')[2] === 'since 2023-10-17');
    expect(everywhere.length).toBeGreaterThan(10);
    expect(lines('counters_everywhere.csv')).toEqual([header, ...everywhere]);
  });

  it('ships its record with the notes that tell what is wrong with it', () => {
    for (const file of ['chronology.csv', 'counters.csv', 'regimes.csv', 'sohr_bases.csv', 'SOURCE.md', 'README.md']) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });
});
