import type { Diagnostic, OpenClaim } from '../language/index.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Examination } from './verdict.ts';

/** What was examined, and with which program and seed. */
export interface ExaminationHead {
  readonly theatre: Examination['theatre'];
  readonly diagnostics: readonly Diagnostic[];
  readonly open?: readonly OpenClaim[];
  readonly seed: number;
  readonly version: string;
}

/** The Examination of the JSON contract, from its head and what was found. */
export function describeExamination(
  { theatre, diagnostics, open = [], seed, version }: ExaminationHead,
  found: Pick<Examination, 'records' | 'errorControl' | 'claims' | 'sharedEvents' | 'rivals' | 'pictures'>,
): Examination {
  return {
    tacit: version,
    seed,
    theatre,
    thresholds: THRESHOLDS,
    ...found,
    ...(open.length > 0 ? { open } : {}),
    diagnostics: diagnostics.map(({ code, severity, line, column, message, hint }) => ({
      code,
      severity,
      line,
      column,
      message,
      hint,
    })),
  };
}
