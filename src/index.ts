/**
 * The library: what the command line does, as functions. Read a theatre, open its records, examine, print.
 *
 *     const { document } = parse(text);
 *     const { theatre } = check(document, { file: null, files: new Map(), pedantic: false });
 *     const examination = await examine({ theatre, store, … });
 *     const html = renderReport(examination);
 */
export {
  check,
  explain,
  format,
  fromTwin,
  parse,
  printDiagnostic,
  requestedFiles,
  toTwin,
} from './language/index.ts';
export type * from './calendar/index.ts';
export type * from './language/index.ts';
export { createMemoryStore } from './record/index.ts';
export type * from './record/index.ts';
export { importFile, loadCountsTable, loadPublishedTotals, openStore } from './store/index.ts';
export { compile, matchRecord } from './model/index.ts';
export type * from './model/index.ts';
export { examine, type ExamineInput } from './examine.ts';
export type * from './evidence/index.ts';
export { renderReport, renderTable } from './report/index.ts';
