/**
 * What page and server of the workbench say to each other: plain data over HTTP on this machine alone. Every path
 * below begins with `/api`; every request carries the cookie of this start.
 *
 *   GET  /workspace                     → Workspace
 *   PUT  /file          SaveFile        → Saved (200) or SaveConflict (409)
 *   GET  /events                        → server-sent events, each one ServerNews
 *   POST /examine       ExamineRequest  → ExaminationState
 *   POST /examine/cancel                → ExaminationState
 *   GET  /examination                   → ShownExamination, or 404 before the first
 *   GET  /why?claim=NAME                → Why (the chain of `tacit examine --why`)
 *   GET  /records                       → ShownRecords
 *   POST /records?name=FILE   (bytes)   → DroppedRecord
 *   POST /records/map   ConfirmMap      → DroppedRecord
 *   POST /draft?name=FILE     (bytes)   → the reader's draft
 *   GET  /report.html, /report.json, /report.csv   → the documents to send
 *   GET  /forecast, /whatif             → what `tacit forecast` and `tacit whatif` print as JSON
 *
 * A refusal has a status of 400 or above and a Refusal as its body.
 */
import type { Examination } from '../../evidence/index.ts';
import type { Diagnostic } from '../../language/index.ts';

/** A text file of the theatre's folder. `path` is relative to it, with forward slashes. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the file's bytes: what a change is based on. */
  readonly hash: string;
}

export interface Workspace {
  /** Version of the program. */
  readonly tacit: string;
  /** Path of the theatre that is examined. */
  readonly main: string;
  /** The theatre, the files it uses, and every other `.tacit` file beside them. */
  readonly files: readonly WorkspaceFile[];
  /** Texts that could not be written because the file had changed on disk: nothing typed is lost. */
  readonly kept: readonly KeptText[];
  readonly examination: ExaminationState;
}

export interface KeptText {
  readonly path: string;
  readonly text: string;
  /** What the text was based on. */
  readonly basedOn: string;
}

export interface SaveFile {
  readonly path: string;
  readonly text: string;
  /** Hash of the text the page started from; null creates the file, and fails where it exists. */
  readonly basedOn: string | null;
}

export interface Saved {
  readonly hash: string;
}

/** The file changed on disk meanwhile: it was not overwritten, and the page's text is kept. */
export interface SaveConflict {
  readonly disk: WorkspaceFile | null;
}

export interface ExamineRequest {
  /** Default: the main theatre of the workspace. */
  readonly path?: string;
  readonly seed?: number;
}

/** Where the examination in the background stands. `hash` is that of the theatre's text it reads. */
export type ExaminationState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly hash: string; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly hash: string; readonly judged: readonly string[] }
  | { readonly kind: 'refused'; readonly hash: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'cancelled'; readonly hash: string }
  | { readonly kind: 'failed'; readonly hash: string; readonly message: string };

/** The examination and the text it read; the page says so when the editor's text is newer. */
export interface ShownExamination {
  readonly hash: string;
  readonly examination: Examination;
}

export type ServerNews =
  /** A file was changed, created or (null) removed by another program. */
  | { readonly kind: 'file'; readonly path: string; readonly file: WorkspaceFile | null }
  | { readonly kind: 'examination'; readonly state: ExaminationState }
  /** Rows read so far of a record that is being imported. */
  | { readonly kind: 'import'; readonly file: string; readonly rows: number; readonly done: boolean };

/** Bad input of a person, or a request that is not allowed: what was found, expected, and what to try. */
export interface Refusal {
  readonly message: string;
  readonly hint?: string;
}
