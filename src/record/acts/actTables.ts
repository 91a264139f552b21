import { ACLED_ACTS } from './acledActs.ts';
import type { ActTable } from './actTable.ts';
import { CAMEO_ACTS } from './cameoActs.ts';
import { GED_ACTS } from './gedActs.ts';
import { PLOVER_ACTS } from './ploverActs.ts';
import { TACIT_CSV_ACTS } from './tacitCsvActs.ts';

/** Every scheme of codes whose acts have classes. */
export const ACT_TABLES: readonly ActTable[] = [
  ACLED_ACTS,
  CAMEO_ACTS,
  GED_ACTS,
  PLOVER_ACTS,
  TACIT_CSV_ACTS,
];
