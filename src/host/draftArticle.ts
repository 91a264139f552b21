import { draftArticles, type DraftArticlesOptions, type DraftOutcome } from './draftArticles.ts';

/** One article to a draft, without a model: what the workbench shows beside its text. */
export async function draftArticle(
  bytes: Uint8Array,
  fileName: string,
  options: Omit<DraftArticlesOptions, 'ask'>,
): Promise<DraftOutcome> {
  const { published = null, packs = [], theatre = null } = options;
  return draftArticles([{ bytes, fileName }], { published, packs, theatre });
}
