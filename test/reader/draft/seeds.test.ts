import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, parse } from '../../../src/language/index.ts';
import { articleOfText, draftTheatre, findReading, type Draft } from '../../../src/reader/index.ts';
import { projectRoot } from '../../house/sourceTree.ts';
import { fillDraft } from '../fillDraft.ts';
import { packs } from '../readText.ts';

interface Gold {
  readonly documents: readonly {
    readonly file: string;
    readonly paragraphs: readonly {
      readonly claims: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
    }[];
  }[];
}

const shared = join(projectRoot, '../shared');
const there = existsSync(join(shared, 'seeds')) && existsSync(join(shared, 'golden/reading'));
if (!there) process.stderr.write('Not tested: the seed articles of ../shared are not here.\n');

/** Claims of the hand coding that no suggestion touches: title and headings are not read for claims. */
const MISSED = ['Resistance Axis gains ground in Syria'];

describe.skipIf(!there)('the two articles the example is made of', () => {
  const gold = there
    ? (JSON.parse(readFileSync(join(shared, 'golden/reading/seeds-gold.json'), 'utf8')) as Gold)
    : { documents: [] };
  const drafts = gold.documents.map(({ file }): readonly [string, Draft] => {
    const article = articleOfText(readFileSync(join(shared, file), 'utf8'), { file });
    return [file, draftTheatre([findReading(article, packs())], { packs: packs() })];
  });

  it('have every claim of the hand coding covered but those listed', () => {
    const missed = gold.documents.flatMap(({ paragraphs }, index) => {
      const draft = drafts[index]?.[1];
      const raw = draft?.articles[0]?.raw ?? '';
      return paragraphs
        .flatMap(({ claims }) => claims)
        .filter(
          (claim) => !draft?.suggestions.some(({ start, end }) => start < claim.end && claim.start < end),
        )
        .map(({ start, end }) => raw.slice(start, end));
    });
    expect(missed).toEqual(MISSED);
  });

  it.each(drafts)('%s: a draft with nothing wrong in it but open places', (_, { text }) => {
    const { diagnostics } = parse(text, 'draft.tacit');
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['to-fill']));
  });

  it.each(drafts)('%s: filled, a theatre whose every claim is there', (_, draft) => {
    const text = fillDraft(draft.text);
    const { document, diagnostics } = parse(text, 'draft.tacit');
    const checked = check(document, { file: 'draft.tacit', files: new Map(), pedantic: false, text });
    expect([...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    expect(checked.theatre?.claims).toHaveLength(draft.suggestions.length);
  });

  it.each(drafts)('%s: loaded names stay inside quotations and remarks', (_, { text }) => {
    const outside = text.replace(/\/\/[^\n]*/g, '').replace(/quote "(?:[^"\n]|"")*"/g, '');
    expect(outside).not.toMatch(
      /terrorist|regime|Axis of Resistance|occupation army|Israeli entity|illegal/i,
    );
  });

  it('asks for the date the second article lacks and for the reading of "earlier this year"', () => {
    const [first, second] = drafts.map(([, draft]) => draft);
    expect(second?.text).toContain('published ?');
    expect(second?.asks.join(' ')).toMatch(/When was .* published/);
    expect(first?.asks.join(' ')).toMatch(/"earlier this year" .* can mean 2024-01-01 to 2024-05-14 or 2020/);
  });
});
