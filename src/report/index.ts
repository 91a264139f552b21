export { Report } from './report.tsx';
export { renderReport } from './renderReport.tsx';
export { renderTable } from './terminalTable.ts';
export type { TableOptions } from './terminalTable.ts';
