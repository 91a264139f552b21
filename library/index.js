// Written by scripts/writeLibrary.mjs.
import { tsImport } from 'tsx/esm/api';

const library = await tsImport('../src/index.ts', import.meta.url);

export const {
  check,
  compile,
  createMemoryStore,
  examine,
  explain,
  format,
  fromTwin,
  importFile,
  loadCountsTable,
  loadPublishedTotals,
  matchRecord,
  openStore,
  parse,
  printDiagnostic,
  renderReport,
  renderTable,
  requestedFiles,
  toTwin,
} = library;
