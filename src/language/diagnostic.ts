export type Severity = 'error' | 'warning' | 'hint';

/** A message for the person who wrote the file: one sentence, at most one hint, and the place. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string | null;
}
