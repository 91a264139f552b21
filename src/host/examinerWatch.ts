import type { EarlyExamination } from '../evidence/index.ts';

/** What whoever asks for an examination is told meanwhile, and how it is stopped. */
export interface ExaminerWatch {
  /** The text is read; `uses` are the files it uses and its records, from the theatre's folder. */
  readonly onLoaded: (
    hash: string,
    uses: { readonly texts: readonly string[]; readonly records: readonly string[] },
  ) => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Verdicts that stand already: first when the claims that changed themselves are judged, then every second. */
  readonly onEarly?: (early: EarlyExamination) => void;
  readonly signal: AbortSignal;
}
