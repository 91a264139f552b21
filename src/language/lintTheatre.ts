import { formatDay, readWrittenDate } from '../calendar/index.ts';
import type { Item } from './document.ts';
import type { GatheredItem } from './gatherItems.ts';
import {
  drawnFromRecord,
  reportsBeforePublished,
  shortDate,
  truceTooShort,
  undirectedRecord,
} from './lintMessages.ts';
import { lintUnused } from './lintUnused.ts';
import type { Reports } from './reports.ts';
import type { Claim, Source, Theatre } from './theatre.ts';

/** A truce of fewer days can hardly be told from an ordinary lull. */
const SHORTEST_TRUCE_DAYS = 14;

/** What is no mistake but may mislead, as far as it can be seen without the record. */
export function lintTheatre(theatre: Theatre, items: readonly GatheredItem[], reports: Reports): void {
  lintUnused(items, reports);
  for (const { item, file } of items) {
    if (item.kind === 'claim' || item.kind === 'whatif') lintShortDates(item, item, file, reports);
    const claim = item.kind === 'claim' ? theatre.claims.find(({ name }) => name === item.name) : undefined;
    if (!claim) continue;
    const source = theatre.sources.find(({ name }) => name === claim.source);
    lintTruce(claim, file, reports);
    lintPublication(claim, source, file, reports);
    lintDirection(theatre, claim, file, reports);
  }
  for (const { item, file } of items) {
    const source = theatre.sources.find(({ name }) => item.kind === 'source' && name === item.name);
    if (source) lintDrawn(theatre, source, file, reports);
  }
}

/** Dates that mean a first or a last day: `from 2024-02` is the first of February, `until 2024-02` the twenty-ninth. */
const FIRST_DAY_KEYS: ReadonlySet<string> = new Set(['from', 'since', 'before', 'expectedFrom']);
const LAST_DAY_KEYS: ReadonlySet<string> = new Set(['to', 'until']);

function lintShortDates(value: unknown, owner: Item, file: string | null, reports: Reports): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Readonly<Record<string, unknown>>;
  const at = isItemPart(node) ? node.at : owner.at;
  const kind = typeof node['kind'] === 'string' ? node['kind'] : '';
  for (const [key, part] of Object.entries(node)) {
    const meaning = key === 'date' ? kind : key;
    if (typeof part === 'string' && part.length < 'yyyy-mm-dd'.length) {
      const date = readWrittenDate(part);
      if (date && FIRST_DAY_KEYS.has(meaning)) {
        reports.tell(shortDate(part, formatDay(date.first), 'first'), file, at, part);
      }
      if (date && LAST_DAY_KEYS.has(meaning)) {
        reports.tell(shortDate(part, formatDay(date.last), 'last'), file, at, part);
      }
    } else lintShortDates(part, owner, file, reports);
  }
}

function isItemPart(node: Readonly<Record<string, unknown>>): node is { at: Item['at'] } {
  return typeof node['at'] === 'object' && node['at'] !== null;
}

function lintTruce(claim: Claim, file: string | null, reports: Reports): void {
  if (claim.form.kind !== 'truce') return;
  const lengths = claim.form.spans.map(({ first, last }) =>
    first === null || last === null ? Infinity : last - first + 1,
  );
  const days = lengths.reduce((sum, length) => sum + length, 0);
  if (days < SHORTEST_TRUCE_DAYS) reports.tell(truceTooShort(days), file, claim.at);
}

function lintPublication(
  claim: Claim,
  source: Source | undefined,
  file: string | null,
  reports: Reports,
): void {
  if (!source?.published) return;
  const published = source.published.last;
  const spoken = firstSpokenDays(claim).find((day) => day > published);
  if (spoken === undefined) return;
  const message = reportsBeforePublished(source.name, formatDay(published), formatDay(spoken));
  reports.tell(message, file, claim.at, formatDay(spoken));
}

/** The days a source must have known of to make the claim. */
function firstSpokenDays(claim: Claim): number[] {
  const since = claim.restrictions.flatMap((limit) => (limit.kind === 'since' ? [limit.day] : []));
  switch (claim.form.kind) {
    case 'event':
      return [...since, ...(claim.form.pattern.date ? [claim.form.pattern.date.first] : [])];
    case 'total':
      return [...since, claim.form.interval.first, claim.form.interval.last];
    case 'change':
    case 'truce':
      return [
        ...since,
        ...claim.form.spans.flatMap(({ first }) => (first === null ? [] : [first])).slice(0, 1),
      ];
    default:
      return since;
  }
}

function lintDirection(theatre: Theatre, claim: Claim, file: string | null, reports: Reports): void {
  if (!['answer', 'noExtra', 'shift'].includes(claim.form.kind)) return;
  for (const { file: record, direction } of theatre.records) {
    if (direction.value !== 'either way') continue;
    reports.tell(undirectedRecord(record, direction.value), file, claim.at, claim.name);
  }
}

function lintDrawn(theatre: Theatre, source: Source, file: string | null, reports: Reports): void {
  const rules = theatre.claims.filter(
    ({ source: name, form }) =>
      name === source.name && ['answer', 'noExtra', 'shift', 'change'].includes(form.kind),
  );
  const published = source.published?.last;
  if (rules.length === 0 || published === undefined || theatre.records.length === 0) return;
  const over = theatre.records.every(({ covers }) => covers !== null && covers.last <= published);
  if (over) reports.tell(drawnFromRecord(source.name), file, source.at, source.name);
}
