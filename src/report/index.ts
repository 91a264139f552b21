export { Report } from './report.tsx';
export { renderChanges } from './renderChanges.ts';
export { renderRecord } from './renderRecord.ts';
export type { ShownRecord } from './renderRecord.ts';
export { renderReport } from './renderReport.tsx';
export { renderSetAside } from './renderSetAside.tsx';
export { renderTable } from './renderTable.ts';
export type { TableOptions } from './renderTable.ts';
export { writeSetAsideTable } from './writeSetAsideTable.ts';
