export type { Attribution, Event, EventPrecision, SetAsideRow } from './event.ts';
export type {
  CountsTable,
  EventStore,
  NameCount,
  PublishedTotal,
  RecordSummary,
  Vocabulary,
} from './eventStore.ts';
export type {
  Circle,
  Comparison,
  CountCell,
  CountPlan,
  EventSelection,
  NameFilter,
  NameSpell,
  PlaceFilter,
  StreamSelection,
} from './selection.ts';
