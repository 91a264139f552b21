import { formatDay } from '../calendar/index.ts';
import type { CheckContext } from './checkContext.ts';
import type {
  Assumption,
  Document,
  Item,
  ItemOfKind,
  RecordPart,
  Restriction,
  SourceSpan,
} from './document.ts';
import { gatherItems } from './gatherItems.ts';
import {
  DEFAULT_CALM_DAYS,
  DEFAULT_DELAY,
  DEFAULT_SMALLEST_ANSWER,
  DEFAULT_SMALLEST_CHANGE_PERCENT,
} from './resolveAssumptions.ts';
import { DEFAULT_DIRECTION, DEFAULT_DUPLICATES } from './resolveRecord.ts';
import type { Assumptions, Claim, Theatre } from './theatre.ts';

/**
 * The file as legal Tacit with every default written out: `direction as told` in records, `until` the day of
 * publication in claims, `assume …` at the end; filled-in nodes carry `default: true`. Checked again it gives the same
 * Theatre, so it is judged identically. Given the texts of used files, their declarations are written out too, so that
 * the file stands alone; without them its `use` lines stay.
 */
export function explain(
  document: Document,
  theatre: Theatre,
  texts: Pick<CheckContext, 'files' | 'packs'> | null = null,
): Document {
  const items = texts === null ? document.items : standAlone(document, texts);
  const explained = items.map((item) => explainItem(item, theatre));
  const end = endOf(items);
  const assumptions = stateAssumptions(theatre.assumptions, end).map((assumption): Item => ({
    kind: 'assume',
    at: end,
    default: true,
    assumption,
  }));
  return { ...document, version: document.version ?? 1, items: [...explained, ...assumptions] };
}

/** The items of used files in the place of the `use` lines. */
function standAlone(document: Document, texts: Pick<CheckContext, 'files' | 'packs'>): readonly Item[] {
  const gathered = gatherItems(document, { file: null, pedantic: false, ...texts });
  const start = document.items.find(({ kind }) => kind === 'use')?.at;
  return gathered.items.map(({ item, file }) =>
    // Places in another file would lead comments astray: what was used stands where it was used.
    file === null || start === undefined ? item : { ...item, at: { ...start, end: start.start } },
  );
}

function endOf(items: readonly Item[]): SourceSpan {
  const last = items.at(-1)?.at ?? { start: 0, end: 0, line: 1, column: 1 };
  return { ...last, start: last.end };
}

function explainItem(item: Item, theatre: Theatre): Item {
  if (item.kind === 'record') return explainRecord(item);
  const claim = item.kind === 'claim' ? theatre.claims.find(({ name }) => name === item.name) : undefined;
  return item.kind === 'claim' && claim ? explainClaim(item, claim) : item;
}

function explainRecord(item: ItemOfKind<'record'>): Item {
  const at = endOf([item]);
  const defaults: readonly RecordPart[] = [
    { kind: 'direction', at, default: true, policy: DEFAULT_DIRECTION },
    { kind: 'duplicates', at, default: true, policy: DEFAULT_DUPLICATES },
  ];
  const stated = new Set(item.parts.map(({ kind }) => kind));
  const missing = defaults.filter(({ kind }) => !stated.has(kind));
  return missing.length === 0 ? item : { ...item, parts: [...item.parts, ...missing] };
}

/** A claim that can never be tested is judged up to no day, so none is written. */
function explainClaim(item: ItemOfKind<'claim'>, { judgedUntil }: Claim): Item {
  if (!judgedUntil.default || judgedUntil.value === null || item.form.kind === 'untestable') return item;
  // An earlier `until` limits the triggers; a second one would say something else.
  if (item.restrictions.some(({ kind }) => kind === 'until')) return item;
  const at = endOf([item]);
  const until: Restriction = { kind: 'until', at, default: true, date: formatDay(judgedUntil.value) };
  return { ...item, restrictions: [...item.restrictions, until] };
}

function stateAssumptions(assumptions: Assumptions, at: SourceSpan): Assumption[] {
  const { delay, smallestAnswer, smallestRateRatio, calmDays } = assumptions;
  const stated: (Assumption | null)[] = [
    delay.default ? { kind: 'assumeDelay', at, delay: DEFAULT_DELAY } : null,
    smallestAnswer.default ? { kind: 'assumeSmallestAnswer', at, value: DEFAULT_SMALLEST_ANSWER } : null,
    smallestRateRatio.default
      ? { kind: 'assumeSmallestChange', at, percent: DEFAULT_SMALLEST_CHANGE_PERCENT }
      : null,
    calmDays.default ? { kind: 'assumeCalm', at, count: DEFAULT_CALM_DAYS, unit: 'day' } : null,
  ];
  return stated.filter((assumption) => assumption !== null);
}
