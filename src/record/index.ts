export { ACT_TABLES, type ActTable } from './acts/index.ts';
export { RECORD_ACT_CLASSES } from './classifyTacitCsvAct.ts';
export { compareRows } from './compareRows.ts';
export { checkTableMap } from './checkTableMap.ts';
export { createMemoryStore } from './createMemoryStore.ts';
export { daySeries, type DaySeries } from './daySeries.ts';
export { distanceMetres } from './distanceMetres.ts';
export type { Attribution, Event, EventPrecision, SetAsideRow } from './event.ts';
export type {
  CountsTable,
  DatedRow,
  EventStore,
  NameCount,
  ProposedPairs,
  PublishedTotal,
  RecordSummary,
  Vocabulary,
} from './eventStore.ts';
export { dropCovered } from './dropCovered.ts';
export { draftTableMap } from './draftTableMap.ts';
export { formatFaults } from './formatFaults.ts';
export { foldName } from './foldName.ts';
export { groupByStream } from './groupByStream.ts';
export { groupSetAside } from './groupSetAside.ts';
export { inspectRecord, type InspectOptions } from './inspectRecord.ts';
export { joinDuplicates, type DecidedPair, type JoinedDuplicates } from './joinDuplicates.ts';
export { leaveOut } from './leaveOut.ts';
export { keyOfRow } from './keyOfRow.ts';
export { matchesPlace } from './matchesPlace.ts';
export { countsAmong } from './countsAmong.ts';
export { liesInRecord } from './liesInRecord.ts';
export { matchesSelection } from './matchesSelection.ts';
export { aboutRange } from './aboutRange.ts';
export { selectionInside } from './selectionInside.ts';
export type { RecordFault } from './recordFault.ts';
export type * from './selection.ts';
export { findInvalidUtf8 } from './findInvalidUtf8.ts';
export { readRecord, type ReadingSeam, type RecordReader } from './readRecord.ts';
export { sampleTable } from './sampleTable.ts';
export { recogniseBytes } from './recogniseBytes.ts';
export { describeNearFormat } from './describeNearFormat.ts';
export { recogniseOtherTable } from './recogniseOtherTable.ts';
export { recogniseContent } from './recogniseContent.ts';
export { readDelimited, type BrokenRow, type DelimitedRow, type Dialect } from './readDelimited.ts';
export { RECORD_FORMATS } from './recordFormats.ts';
export type { ReadingOptions, RecordFormat, RowReader, RowReading } from './recordFormat.ts';
export type { DateOrder, Encoding } from './writtenForm.ts';
export { tableSeries } from './tableSeries.ts';
export type { TableField, TableMap } from './tableMap.ts';
export type { DuplicatePair, RecordContents } from './recordContents.ts';
export { proposeGaps, type ProposedGap } from './proposeGaps.ts';
export { foldSide } from './foldSide.ts';
export { pairIncidents, type IncidentSpot } from './pairIncidents.ts';
export { proposeDuplicates } from './proposeDuplicates.ts';
export { readCountsTable, type CountsTableReading } from './readCountsTable.ts';
export { readPublishedTotals, type PublishedTotalsReading } from './readPublishedTotals.ts';
