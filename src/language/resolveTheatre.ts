import type { DayInterval } from '../calendar/index.ts';
import type { Item, ItemOfKind } from './document.ts';
import type { GatheredItem } from './gatherItems.ts';
import type { Reports } from './reports.ts';
import { DEFAULT_ASSUMPTIONS, resolveAssumptions } from './resolveAssumptions.ts';
import { resolveClaim } from './resolveClaims.ts';
import {
  resolveActor,
  resolveAlliance,
  resolveArea,
  resolvePlace,
  resolveRoute,
  resolveSource,
} from './resolveDeclarations.ts';
import { amountsOf } from './amountsOf.ts';
import type { NameTable } from './scope.ts';
import { tellUnknownFiles } from './resolveDecisions.ts';
import { resolvePeriod } from './resolvePeriods.ts';
import { resolveRecord } from './resolveRecord.ts';
import { resolveRivals } from './resolveRivals.ts';
import { resolveWhatIf } from './resolveWhatIf.ts';
import { namesOpen } from './holeMessages.ts';
import { recordTwice } from './declarationMessages.ts';
import { placeInWords } from './semanticMessages.ts';
import type { Scope } from './scope.ts';
import type { Act, Claim, Theatre } from './theatre.ts';

interface Placed<Kind extends Item['kind']> {
  readonly item: ItemOfKind<Kind>;
  readonly file: string | null;
}

/**
 * All declarations and claims resolved, in the order of declaration. Null when anything but a claim, its rivals or a
 * what-if is wrong: then every claim may mean something else. Claims with mistakes are left out.
 */
export function resolveTheatre(
  title: string,
  items: readonly GatheredItem[],
  names: NameTable,
  covers: readonly DayInterval[] | null,
  scopeOf: (file: string | null) => Scope,
  reports: Reports,
): Theatre | null {
  // Of two declarations of one name the first counts; the second is told already.
  const named = items.filter(
    ({ item }) => !('name' in item) || item.kind === 'act' || names.get(item.name)?.item === item,
  );
  const of = <Kind extends Item['kind']>(kind: Kind): Placed<Kind>[] =>
    named.filter((placed): placed is Placed<Kind> => placed.item.kind === kind);
  const each = <Kind extends Item['kind'], Result>(
    kind: Kind,
    resolve: (scope: Scope, item: ItemOfKind<Kind>) => Result,
  ): Result[] => of(kind).map(({ item, file }) => resolve(scopeOf(file), item));

  tellRecordsTwice(of('record'), reports);
  tellUnknownFiles(of('record'), reports);
  const records = each('record', resolveRecord);
  const actors = each('actor', (_, item) => resolveActor(item));
  const alliances = each('alliance', resolveAlliance);
  const places = each('place', resolvePlace);
  const areas = each('area', resolveArea);
  const routes = each('route', resolveRoute);
  const sources = each('source', resolveSource);
  const periods = each('period', resolvePeriod);
  const stated = of('assume').map(({ item, file }) => ({
    assumption: item.assumption,
    scope: scopeOf(file),
  }));
  const assumptions = resolveAssumptions(DEFAULT_ASSUMPTIONS, stated);
  const sound = !reports.errorsSince(0);

  const surroundings = { sources, assumptions, covers };
  // Whatever an error stands in is left out, also where the rest of it could be read, and what names an open sentence.
  const leftOut = new Set<string>();
  const unlessWrong = <Result>(
    scope: Scope,
    item: ItemOfKind<'claim' | 'rivals' | 'whatif'>,
    resolve: (scope: Scope) => Result,
  ): Result | null => {
    const mark = reports.mark();
    reports.takeMissed();
    const result = resolve({ ...scope, leftOut });
    const missed = reports.takeMissed();
    for (const name of missed) scope.tell(namesOpen(item.kind, name), item.at, name);
    if (item.kind === 'claim' && missed.length > 0) leftOut.add(item.name);
    return missed.length > 0 || reports.errorsSince(mark) ? null : result;
  };
  const resolveClaims = () =>
    keep(
      each('claim', (scope, item) =>
        unlessWrong(scope, item, (within) => resolveClaim(within, item, surroundings)),
      ),
    );
  let claims = resolveClaims();
  // A claim may name one that stands below it and is left out.
  for (let before = 0; before < leftOut.size; claims = resolveClaims()) before = leftOut.size;
  const rivals = keep(
    each('rivals', (scope, item) =>
      unlessWrong(scope, item, (within) => resolveRivals(within, item, claims)),
    ),
  );
  const whatIfs = keep(
    each('whatif', (scope, item) => unlessWrong(scope, item, (within) => resolveWhatIf(within, item))),
  );
  if (!sound) return null;
  const acts = actsInUse(scopeOf(null), claims, records);
  return {
    title,
    records,
    actors,
    alliances,
    places,
    areas,
    routes,
    acts,
    sources,
    periods,
    claims,
    rivals,
    whatIfs,
    assumptions,
  };
}

function keep<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null);
}

function tellRecordsTwice(records: readonly Placed<'record'>[], reports: Reports): void {
  const seen = new Map<string, Placed<'record'>>();
  for (const record of records) {
    const first = seen.get(record.item.file);
    if (first) {
      const place = placeInWords(
        first.item.at.line,
        first.file === record.file ? null : (first.file ?? 'the theatre'),
      );
      reports.tell(recordTwice(record.item.file, place), record.file, record.item.at, record.item.file);
    } else seen.set(record.item.file, record);
  }
}

/** Every declared act, and behind them the standard ones that a sentence or a column uses. */
function actsInUse({ acts }: Scope, claims: readonly Claim[], records: Theatre['records']): readonly Act[] {
  const amounts = [
    ...claims.flatMap(({ form }) => amountsOf(form)),
    ...claims.flatMap(({ restrictions }) =>
      restrictions.flatMap((limit) => (limit.kind === 'while' ? [limit.amount] : [])),
    ),
    ...records.flatMap(({ columns, totals }) => [
      ...columns.map(({ amount }) => amount),
      ...totals.flatMap(({ of: counted }) => (counted ? [counted] : [])),
    ]),
  ];
  const used = new Set(amounts.flatMap(({ patterns }) => patterns.map(({ act }) => act.name)));
  const all = [...acts.values()];
  return [
    ...all.filter(({ standard }) => !standard),
    ...all.filter((act) => act.standard && used.has(act.name)),
  ];
}
