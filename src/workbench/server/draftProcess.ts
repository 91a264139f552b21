/** The process that reads one article: damaged files and pages of unknown origin end here at worst. */
import { draftArticle, endWithParent } from '../../host/index.ts';
import type { Draft } from '../../reader/index.ts';

export interface DraftOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly published: string | null;
  readonly theatre: string | null;
}

export type DraftAnswer =
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly message: string };

endWithParent();
process.on('SIGINT', () => undefined);
process.on('message', ({ bytes, fileName, published, theatre }: DraftOrder) => {
  void draftArticle(bytes, fileName, { published, theatre }).then((answer: DraftAnswer) =>
    process.send?.(answer),
  );
});
