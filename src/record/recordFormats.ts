import { ACLED } from './readAcled.ts';
import { TACIT_CSV } from './readTacitCsv.ts';
import { GED } from './readGed.ts';
import { GDELT_1, GDELT_2 } from './readGdelt.ts';
import { ICEWS } from './readIcews.ts';
import { POLECAT } from './readPolecat.ts';
import { TABLE } from './readMappedTable.ts';
import type { RecordFormat } from './recordFormat.ts';

/** The menu of formats. A new one is a file that says what it is and one more line here. */
export const RECORD_FORMATS: readonly RecordFormat[] = [
  TACIT_CSV,
  ACLED,
  GED,
  GDELT_1,
  GDELT_2,
  ICEWS,
  POLECAT,
  TABLE,
];
