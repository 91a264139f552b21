export { ACLED_ACTS } from './acledActs.ts';
export { ACT_TABLES } from './actTables.ts';
export { actClassifier } from './actClassifier.ts';
export type { ActEntry, ActTable } from './actTable.ts';
export { CAMEO_ACTS } from './cameoActs.ts';
export { GED_ACTS } from './gedActs.ts';
export { PLOVER_ACTS } from './ploverActs.ts';
export { TACIT_CSV_ACTS } from './tacitCsvActs.ts';
