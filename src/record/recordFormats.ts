import { TACIT_CSV } from './readTacitCsv.ts';
import type { RecordFormat } from './recordFormat.ts';

/** The menu of formats. A new one is a file that says what it is and one more line here. */
export const RECORD_FORMATS: readonly RecordFormat[] = [TACIT_CSV];
