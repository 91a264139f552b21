import type { ArticleKind } from './recogniseKind.ts';

/** What reading a web page, a PDF or a Word document gives: its text and what the file says about itself. */
export interface Extracted {
  readonly text: string;
  readonly publisher: string | null;
  /** As written, `2024-05-14`. */
  readonly published: string | null;
  /** The page says of itself that it is not free to read. */
  readonly locked: boolean;
}

export type Extraction =
  { readonly ok: true; readonly value: Extracted } | { readonly ok: false; readonly message: string };

export interface ExtractionOrder {
  readonly number: number;
  readonly kind: Exclude<ArticleKind, 'text'>;
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ExtractionAnswer {
  readonly number: number;
  readonly extraction: Extraction;
}
