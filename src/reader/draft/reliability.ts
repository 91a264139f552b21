import type { Reliability } from './draft.ts';

/** How far each layer of the reader can be trusted, measured as docs/reading.md tells. Printed with every draft. */
export const RELIABILITY: readonly Reliability[] = [];
