/** Why a file cannot be used at all, in words for the person who brought it. */
export interface RecordFault {
  readonly file: string;
  /** Line counted from 1, or null where the whole file is meant. */
  readonly line: number | null;
  /** What was found and what was expected, one sentence each. */
  readonly message: string;
  /** What to try, or null. */
  readonly hint: string | null;
}
