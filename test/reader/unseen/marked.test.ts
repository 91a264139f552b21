import { beforeAll, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/articles/index.ts';
import { parse } from '../../../src/language/index.ts';
import type { Pack } from '../../../src/reader/index.ts';
import { MARKED_ARTICLES } from './markedArticles.ts';
import { draftOfMarked, measureMarked, type MarkedMeasure } from './measureMarked.ts';

/** The reader was mended while looking at these articles: the bounds hold what was gained, they are no measure of quality. */
describe('invented articles of eight styles', () => {
  let packs: readonly Pack[] = [];
  let measured: MarkedMeasure;
  beforeAll(async () => {
    packs = await loadPacks();
    measured = measureMarked(MARKED_ARTICLES, packs);
    // Reading all packs and articles takes seconds on a busy machine.
  }, 60_000);

  it.each([
    ['namesFound', 0.94],
    ['namesRight', 0.9],
    ['voicesFound', 0.88],
    ['voicesRight', 0.88],
    ['sources', 0.92],
    ['claimsFound', 0.9],
    ['claimsRight', 0.8],
    ['kinds', 0.9],
    ['silent', 0.8],
  ] as const)('%s at least %d', (layer, bound) => {
    const { right, of } = measured[layer];
    expect(right / of).toBeGreaterThanOrEqual(bound);
  });

  it('give drafts with nothing wrong in them but open places, and no testable claim on a passage that asserts nothing', () => {
    for (const article of MARKED_ARTICLES) {
      const draft = draftOfMarked(article, packs);
      const { diagnostics } = parse(draft.text, 'draft.tacit');
      expect(diagnostics.filter(({ code }) => code !== 'to-fill')).toEqual([]);
      const claimed = article.claims.map(([words]) => words);
      const raw = draft.articles[0]?.raw ?? '';
      for (const words of article.silent) {
        const at = raw.indexOf(words);
        const told = draft.suggestions.filter(
          ({ start, end, quotation }) =>
            start <= at && at < end && !claimed.some((claim) => quotation.includes(claim)),
        );
        for (const { alternatives } of told)
          for (const { tacit } of alternatives) expect(tacit.split('\n')[1]).toMatch(/^ {2}untestable /);
      }
    }
  });
});
