export { Report } from './report.tsx';
export { renderReport } from './renderReport.tsx';
export { renderTable } from './renderTable.ts';
export type { TableOptions } from './renderTable.ts';
