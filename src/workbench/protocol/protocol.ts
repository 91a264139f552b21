/**
 * What page and server of the workbench say to each other: plain data over HTTP on this machine alone. Every path
 * below begins with `/api`; every request carries the cookie of this start.
 *
 *   GET  /workspace                     → Workspace
 *   PUT  /file          SaveFile        → Saved (200) or SaveConflict (409)
 *   POST /kept/forget   ForgetKept      → Workspace
 *   POST /example                       → Workspace; refused where the folder holds a theatre already
 *   GET  /events                        → server-sent events, the data of each one ServerNews
 *   POST /examine       ExamineRequest  → ExaminationState; saving alone examines nothing
 *   POST /examine/cancel                → ExaminationState
 *   GET  /examination                   → ShownExamination, or 404 before the first
 *   GET  /examination?since=NUMBER      → ExaminationNews: what is another since that of this number, 0 for none;
 *                                         null before the first examination
 *   GET  /why?claim=NAME                → Why (the chain of `tacit examine --why`)
 *   GET  /records                       → ShownRecords
 *   POST /records?name=FILE   (bytes)   → DroppedRecord
 *   POST /records/map   ConfirmMap      → DroppedRecord
 *   POST /draft?name=FILE[&published=DAY] (bytes) → Draft of src/reader
 *   GET  /ground                        → the ground of the map of the last examination (`loadMapGround`), or null
 *   GET  /report.html, /report.json, /report.csv   → the documents to send
 *   GET  /forecast.html, /forecast.json?days=N, /whatif.html, /whatif.json[?anyway=1]
 *                                       → what `tacit forecast` and `tacit whatif` write; 202 with Waiting until it is there
 *
 * A refusal has a status of 400 or above and a Refusal as its body; 401 and 403 say that the page must be opened anew
 * from the address that `tacit serve` printed.
 */
import type { Examination, RecordQuality, WhyChain } from '../../evidence/index.ts';
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
  /** Tells this folder from others, also after a restart. */
  readonly id: string;
  /** Path of the theatre that is examined; it may not be there yet. */
  readonly main: string;
  /** The theatre, the files it uses, and every other `.tacit` file of the folder, the theatre first. */
  readonly files: readonly WorkspaceFile[];
  /** Files that are not shown, with the reason: too big, no text. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Texts that could not be written because the file had changed on disk: nothing typed is lost. */
  readonly kept: readonly KeptText[];
  /** As of Saved: the files are at least as new as this. */
  readonly revision: number;
  readonly examination: ExaminationState;
}

export interface KeptText {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** What the text was based on; null where it was to be a new file. */
  readonly basedOn: string | null;
}

export interface ForgetKept {
  readonly id: string;
}

export interface SaveFile {
  readonly path: string;
  readonly text: string;
  /** Hash of the text the page started from; null creates the file, and fails where it exists. */
  readonly basedOn: string | null;
}

export interface Saved {
  readonly hash: string;
  /**
   * Counts the changes of files that the server has seen since it started, by whomever. What carries a smaller number
   * is older: answers and news come on several lines and overtake each other.
   */
  readonly revision: number;
}

/** The file changed on disk meanwhile: it was not overwritten, and the page's text is kept. */
export interface SaveConflict {
  readonly disk: WorkspaceFile | null;
  readonly kept: KeptText;
  readonly revision: number;
}

export interface ExamineRequest {
  /** Default: the main theatre of the workspace. */
  readonly path?: string;
  readonly seed?: number;
}

/** Where the examination in the background stands. `hash` is that of the theatre's text it reads. */
export type ExaminationState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly hash: string;
      readonly done: number;
      readonly total: number | null;
      /** How often verdicts that stand already were handed over: each time they can be asked for anew. */
      readonly shown: number;
    }
  /** `judged` names the claims that were judged anew; the verdicts of the others were known. */
  | { readonly kind: 'done'; readonly hash: string; readonly judged: readonly string[] }
  /**
   * The text has errors. The verdicts on the text before it may still come: `shown` is how often they were handed over
   * since.
   */
  | {
      readonly kind: 'refused';
      readonly hash: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly shown: number;
    }
  | { readonly kind: 'cancelled'; readonly hash: string }
  | { readonly kind: 'failed'; readonly hash: string; readonly message: string };

/** The examination and the text it read; the page says so when the editor's text is newer. */
export interface ShownExamination {
  readonly hash: string;
  /**
   * Claims of which the verdict is not that of this text yet: they have that of an earlier one, or no part at all. Empty
   * at the end of an examination; before it pictures of the whole theatre are of an earlier text too.
   */
  readonly waiting: readonly string[];
  readonly examination: Examination;
}

/** What of the examination is another than in one that the page has: an edit changes a few claims of many. */
export interface ExaminationNews extends Pick<ShownExamination, 'hash' | 'waiting'> {
  /** Of this examination; grows with each one, also with verdicts before the end. */
  readonly version: number;
  /** All that it has: its fields but `claims`, and the names of its claims in the order of the file. */
  readonly fields: readonly string[];
  readonly claims: readonly string[];
  /** What the page does not have; whatever is not here is as it was. */
  readonly changed: {
    readonly fields: Partial<Omit<Examination, 'claims'>>;
    readonly claims: Examination['claims'];
  };
}

/** The chain from events to finding of one claim: for people as `text`, and as data. */
export interface Why {
  readonly text: string;
  readonly chain: WhyChain;
}

export interface ShownRecords {
  readonly records: readonly ShownRecord[];
}

/** A record that the theatre declares, or one that lies in its store. */
export interface ShownRecord {
  readonly file: string;
  readonly declared: boolean;
  /** Why it could not be read; then `quality` is null. */
  readonly obstacle: string | null;
  readonly quality: RecordQuality | null;
  /** As of an ImportedRecord. */
  readonly actors?: readonly UndeclaredName[];
  readonly places?: readonly UndeclaredName[];
  readonly proposals?: readonly ProposedLine[];
}

/** What became of a file that was dropped on the page. It lies in the theatre's folder under `file`, unless refused. */
export type DroppedRecord =
  | ImportedRecord
  | {
      readonly kind: 'unknown';
      readonly file: string;
      readonly columns: readonly string[];
      /** The first rows as they are written. */
      readonly sample: readonly (readonly string[])[];
      /** A drafted map of the columns (TOML); a person confirms or mends it. */
      readonly map: string;
      /** What is wrong with the map that was sent, or why the table is of no known format, where more is known than that. */
      readonly fault: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly hint: string | null;
      /** The file is something else altogether: a picture, a document, a page. */
      readonly isForeign?: true;
    };

export interface ImportedRecord {
  readonly kind: 'imported';
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  readonly right: number;
  readonly setAside: number;
  /** The first hundred. */
  readonly setAsideRows: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly reason: string;
  }[];
  /** First and last day of any event. */
  readonly first: string | null;
  readonly last: string | null;
  /** The `record` block for the theatre, ready to be inserted. */
  readonly block: string;
  /** Names that the theatre does not declare, commonest first, each with its declaration. */
  readonly actors: readonly UndeclaredName[];
  readonly places: readonly UndeclaredName[];
  /** Lines for the `record` block that a person may add: gaps as `missing`, pairs as `duplicate`. */
  readonly proposals: readonly ProposedLine[];
  /** Pairs that may be one incident; the first of them stand among `proposals`. */
  readonly duplicates: number;
}

export interface UndeclaredName {
  readonly name: string;
  readonly events: number;
  /** The declaration for the theatre, ready to be inserted. */
  readonly declaration: string;
}

export interface ProposedLine {
  readonly kind: 'gap' | 'duplicate';
  readonly line: string;
  /** The record of the theatre under which the line must stand. */
  readonly under: string;
  /** One sentence: what speaks for it. */
  readonly about: string;
}

export interface ConfirmMap {
  /** The `file` of the answer before. */
  readonly file: string;
  /** The map as a person confirmed it (TOML). */
  readonly map: string;
}

/** A forecast or what-if that is being worked out: ask again. */
export interface Waiting {
  readonly kind: 'waiting';
  readonly seconds: number;
}

export type ServerNews =
  /** A file was changed, created or (null) removed, by another program or by a page: every page is told. */
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly file: WorkspaceFile | null;
      readonly revision: number;
    }
  /** A file that the page does not hold, such as a record, was changed by another program. */
  | { readonly kind: 'other file'; readonly path: string }
  | { readonly kind: 'examination'; readonly state: ExaminationState }
  /** Rows read so far of a record that is being imported. */
  | { readonly kind: 'import'; readonly file: string; readonly rows: number; readonly done: boolean };

/** Bad input of a person, or a request that is not allowed: what was found, expected, and what to try. */
export interface Refusal {
  readonly message: string;
  readonly hint?: string;
}
