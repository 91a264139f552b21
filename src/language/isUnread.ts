import type { Diagnostic } from './document.ts';

/** Whether a message of the parser is about a sentence that the Document lacks, so that printing it would lose it. */
export function isUnread({ severity, code }: Pick<Diagnostic, 'severity' | 'code'>): boolean {
  return severity === 'error' || code === 'to-fill';
}
