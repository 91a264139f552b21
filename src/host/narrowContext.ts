import { theatreKey, type JudgeContext, type TheatreStream } from '../evidence/index.ts';
import type { CountPanel } from '../model/index.ts';

/** A context of which it is known what it holds of the rest of the theatre. */
export type NarrowContext = JudgeContext & { readonly theatre?: TheatrePairs };

/** The rest of the theatre beside pairs of streams, by `theatreKey`. */
export type TheatrePairs = ReadonlyMap<string, TheatreStream>;

const NOWHERE = { start: 0, end: 0, line: 0, column: 0 };

/**
 * What the judge of one claim needs, and nothing besides: the streams its test names, and those that these name in turn.
 * Judging the narrowed context gives what judging the whole gives, so whatever it does not hold cannot have changed the
 * verdict. What this function does not know it passes on whole. The claim's place in the file is left out too: a line added above it changes nothing.
 */
export function narrowContext(context: JudgeContext): NarrowContext {
  const { theatre, ...rest } = context;
  const { plan, claim, source, direction } = rest;
  const claimPlan = withoutPlaces(context.claimPlan);
  const ids = findStreams(context);
  const has = (id: string) => ids.has(id);
  const own = <Value>(map: ReadonlyMap<string, Value>) => new Map([...map].filter(([id]) => has(id)));
  const pairs = <Value>(map: ReadonlyMap<string, Value>) =>
    new Map([...map].filter(([key]) => key.split(' ').every(has)));
  return {
    ...rest,
    claim: withoutPlaces(claim),
    source: withoutPlaces(source),
    claimPlan,
    plan: {
      ...plan,
      streams: plan.streams.filter(({ id }) => has(id)),
      claims: [claimPlan],
      rivals: [],
      totals: [],
    },
    panel: narrowPanel(context.panel, ids),
    readings: context.readings.map((reading) => ({ ...reading, panel: narrowPanel(reading.panel, ids) })),
    ...(context.wholeReadings ? { wholeReadings: narrowWhole(context.wholeReadings, ids) } : {}),
    facts: own(context.facts),
    events: own(context.events),
    totals: own(context.totals),
    ...(context.samePlace ? { samePlace: pairs(context.samePlace) } : {}),
    ...(theatre ? { theatre: listPairs(theatre, [...ids]) } : {}),
    ...(direction
      ? {
          direction: {
            claims: new Map([...direction.claims].filter(([name]) => name === claimPlan.claim)),
            undirected: own(direction.undirected),
            shared: pairs(direction.shared),
            reversed: pairs(direction.reversed),
            told: narrowPanel(direction.told, ids),
          },
        }
      : {}),
  };
}

/** What there is beside every one and every two of some streams. */
function listPairs(theatre: NonNullable<JudgeContext['theatre']>, ids: readonly string[]): TheatrePairs {
  const found = new Map<string, TheatreStream>();
  ids.forEach((one, index) => {
    const keys = [...ids.slice(index).map((other) => theatreKey(one, other)), theatreKey(one)];
    for (const key of keys) {
      const rest = theatre.get(key);
      if (rest) found.set(key, rest);
    }
  });
  return found;
}

/** The same without the places in the file where things are written. */
function withoutPlaces<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutPlaces) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [
      key,
      key === 'at' && isPlace(held) ? NOWHERE : withoutPlaces(held),
    ]),
  ) as Value;
}

function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}

/** Every stream whose id stands anywhere in the claim's plan, and in the plans of those streams. */
function findStreams({ plan, claimPlan }: JudgeContext): ReadonlySet<string> {
  const byId = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const found = new Set<string>();
  const search = (value: unknown): void => {
    if (typeof value === 'string') {
      const stream = byId.get(value);
      if (stream === undefined || found.has(value)) return;
      found.add(value);
      search(stream.reversedBy);
    } else if (Array.isArray(value)) value.forEach(search);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(search);
  };
  search(claimPlan);
  return found;
}

/** Those that speak of the claim's streams, as far as they do. */
function narrowWhole(
  readings: NonNullable<JudgeContext['wholeReadings']>,
  ids: ReadonlySet<string>,
): NonNullable<JudgeContext['wholeReadings']> {
  return readings.flatMap((reading) => {
    const streams = reading.streams.filter((id) => ids.has(id));
    return streams.length === 0 ? [] : [{ ...reading, streams, panel: narrowPanel(reading.panel, ids) }];
  });
}

function narrowPanel(panel: CountPanel, ids: ReadonlySet<string>): CountPanel {
  const kept = panel.streams.flatMap((id, index) => (ids.has(id) ? [index] : []));
  const pick = <Value>(rows: readonly Value[]) => kept.flatMap((index) => rows.slice(index, index + 1));
  return {
    ...panel,
    streams: pick(panel.streams),
    counts: pick(panel.counts),
    coverage: pick(panel.coverage),
  };
}
