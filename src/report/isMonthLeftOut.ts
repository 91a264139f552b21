import type { TriedOtherwise } from '../evidence/index.ts';

/** Whether what was tried is one month of the record left out. */
export function isMonthLeftOut({ name, about }: TriedOtherwise): boolean {
  return about === 'left out' && /\d{4}-\d{2}$/.test(name);
}
