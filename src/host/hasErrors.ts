import type { LoadedTheatre } from './loadTheatre.ts';

/** Whether a theatre has mistakes that keep it from being compared with its records. */
export function hasErrors({ diagnostics, theatre }: Pick<LoadedTheatre, 'diagnostics' | 'theatre'>): boolean {
  return theatre === null || diagnostics.some(({ severity }) => severity === 'error');
}
