import { beforeAll, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/articles/index.ts';
import { parse } from '../../../src/language/index.ts';
import type { Pack } from '../../../src/reader/index.ts';
import { ARTICLES } from './articles.ts';
import { draftOf, measureUnseen } from './measureUnseen.ts';

describe('invented articles of seven theatres', () => {
  let packs: readonly Pack[] = [];
  beforeAll(async () => {
    packs = await loadPacks();
  });

  it('have no side filled in that a person leaves open or reads otherwise', () => {
    const { wrongParties, parties } = measureUnseen(ARTICLES, packs);
    expect(wrongParties).toEqual({ right: 0, of: parties.of });
    expect(parties.right / parties.of).toBeGreaterThan(0.9);
  });

  it('give drafts with nothing wrong in them but open places', () => {
    for (const article of ARTICLES) {
      const { diagnostics } = parse(draftOf(article, packs).text, 'draft.tacit');
      expect(diagnostics.filter(({ code }) => code !== 'to-fill')).toEqual([]);
    }
  });

  it('keep both sides of a truce, and name a group by its own words', () => {
    const sudan = ARTICLES.find(({ name }) => name === 'sudan');
    const draft = sudan && draftOf(sudan, packs);
    expect(draft?.text).toContain('truce between Sudan and RapidSupportForces from 2023-05-20');
    expect(draft?.unknownNames.map(({ words }) => words)).toContain('Rapid Support Forces');
  });
});
