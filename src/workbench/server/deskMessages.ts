/** What the server asks of the desk (the process that reads records and judges claims), and what the desk tells. */
import type { DroppedRecord, ExaminationState, Refusal } from '../protocol/index.ts';
import type { ExaminationPieces } from './cutExaminations.ts';

/** A document made of the last examination. */
export type DocumentName = 'report.html' | 'report.json' | 'report.csv' | 'ground';

export type DeskQuestion =
  | { readonly kind: 'why'; readonly claim: string }
  | { readonly kind: 'records' }
  | { readonly kind: 'document'; readonly name: DocumentName }
  /** Reads a file of the folder into the store; `map` is a confirmed map of its columns. */
  | { readonly kind: 'import'; readonly file: string; readonly map: string | null };

export type DeskOrder =
  | { readonly kind: 'examine'; readonly run: number; readonly path: string; readonly seed: number }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'ask'; readonly id: number; readonly question: DeskQuestion };

export type DeskNews =
  | {
      readonly kind: 'loaded';
      readonly run: number;
      readonly hash: string;
      readonly texts: readonly string[];
      readonly records: readonly string[];
    }
  | {
      readonly kind: 'progress';
      readonly run: number;
      readonly hash: string;
      readonly done: number;
      readonly total: number;
    }
  /** Verdicts that stand before the end. */
  | {
      readonly kind: 'early';
      readonly run: number;
      readonly hash: string;
      readonly waiting: readonly string[];
      readonly pieces: ExaminationPieces;
    }
  | {
      readonly kind: 'end';
      readonly run: number;
      readonly state: ExaminationState;
      /** The examination, where there is one. */
      readonly pieces: ExaminationPieces | null;
    }
  | { readonly kind: 'import'; readonly file: string; readonly rows: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: DeskAnswer };

/** A text to be sent as it is, what became of a dropped file, or why not. */
export type DeskAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'dropped'; readonly dropped: DroppedRecord }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
