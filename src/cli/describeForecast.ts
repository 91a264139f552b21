import { formatDay } from '../calendar/index.ts';
import {
  compareWithFloor,
  type BacktestResult,
  type Ensemble,
  type EnsembleWindow,
  type FloorComparison,
  type TheatreDraws,
} from '../forecast/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';
import type {
  PageOrigin,
  RecordedPoint,
  ShownBacktest,
  ShownForecast,
  ShownStream,
} from '../report/index.ts';

export interface ForecastFacts {
  readonly origin: PageOrigin;
  readonly plan: Plan;
  readonly panel: CountPanel;
  readonly draws: TheatreDraws;
  readonly ensemble: Ensemble;
  /** The whole of the days asked for, and the stretches of the picture. */
  readonly whole: EnsembleWindow;
  readonly parts: readonly EnsembleWindow[];
  readonly names: ReadonlyMap<string, string>;
  /** The back-test of the same length and how it is shown, or why there is none. */
  readonly check:
    { readonly result: BacktestResult; readonly shown: ShownBacktest } | { readonly why: string };
}

const LEVELS = [
  ['50', 0.5],
  ['80', 0.8],
  ['95', 0.95],
] as const;

/** An ensemble in the words of the theatre, each stream beside what was recorded before. */
export function describeForecast(facts: ForecastFacts): ShownForecast {
  const { origin, draws, ensemble, whole, names, check } = facts;
  const { stepDays } = ensemble;
  const days = whole.last * stepDays;
  const { tacit, theatre, records, seed } = origin;
  return {
    tacit,
    theatre,
    records,
    seed,
    known: formatDay(ensemble.origin),
    first: formatDay(ensemble.origin + 1),
    last: formatDay(ensemble.origin + days),
    days,
    paths: ensemble.paths,
    check: compare(check, null),
    streams: ensemble.streams.map((_, k) => describeStream(facts, k)),
    leftOut: draws.model.leftOut.map(({ what, why }) => ({ what: names.get(what) ?? what, why })),
    radius: draws.radius.median,
    unstableShare: draws.unstableShare,
    ranAway: ensemble.ranAway,
    backtest: 'why' in check ? null : check.shown,
  };
}

function describeStream(facts: ForecastFacts, k: number): ShownStream {
  const { ensemble, panel, plan, draws, whole, parts, names, check } = facts;
  const { stream, totals } = ensemble.streams[k]!;
  const total = (window: EnsembleWindow) => totals[ensemble.windows.indexOf(window)]!;
  const all = total(whole);
  const share = (test: (value: number) => boolean) => all.filter(test).length / all.length;
  const lastPeriod = countBack(panel, stream, panel.steps, whole.last);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const own = draws.streams.find((one) => one.stream === stream)!;
  const dayOf = (step: number) => ensemble.origin + 1 + (step - 1) * ensemble.stepDays;
  return {
    stream: names.get(stream) ?? stream,
    unit: plan.streams.find(({ id }) => id === stream)?.unit.of ?? 'events',
    expected: finite(mean),
    intervals: intervalsOf(all, finite),
    atLeastOne: share((value) => value >= 1),
    lastPeriod,
    moreThanLast: lastPeriod === null ? null : share((value) => value > lastPeriod),
    everRecorded: countAll(panel, stream),
    check: compare(check, stream),
    simplified: own.simplified,
    trusted: own.trusted,
    recorded: listRecorded(panel, stream, parts),
    fan: parts.map((window) => ({
      first: dayOf(window.first),
      last: dayOf(window.last + 1) - 1,
      // A future that ran away is drawn at the largest that did not.
      intervals: intervalsOf(total(window), (value) => finite(value) ?? largestOf(total(window))),
    })),
  };
}

function compare(check: ForecastFacts['check'], stream: string | null): FloorComparison {
  if ('why' in check) return { kind: 'not checked', why: check.why };
  return compareWithFloor(check.result, check.result.horizons.at(-1)!.name, stream);
}

/** Central intervals: the smallest draws that at least these shares lie at or below. */
function intervalsOf<End>(
  draws: Float64Array,
  read: (value: number) => End,
): Readonly<Record<'50' | '80' | '95', readonly [End, End]>> {
  const sorted = draws.slice().sort();
  const at = (share: number) => read(sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!);
  const entries = LEVELS.map(([name, level]) => [name, [at((1 - level) / 2), at((1 + level) / 2)]] as const);
  return Object.fromEntries(entries) as Record<'50' | '80' | '95', readonly [End, End]>;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function largestOf(draws: Float64Array): number {
  return draws.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), 0);
}

/** As many stretches of the record before the origin as the picture has after it, oldest first. */
function listRecorded(
  panel: CountPanel,
  stream: string,
  parts: readonly EnsembleWindow[],
): readonly RecordedPoint[] {
  const [one] = parts;
  if (!one) return [];
  const length = one.last - one.first + 1;
  return parts.flatMap((_, back): RecordedPoint[] => {
    const end = panel.steps - (parts.length - 1 - back) * length;
    if (end < length) return [];
    const first = panel.first + (end - length) * panel.stepDays;
    return [
      { first, last: panel.first + end * panel.stepDays - 1, count: countBack(panel, stream, end, length) },
    ];
  });
}

/** Events of the `length` steps before step `end`; null where one of them is not recorded or lies before the record. */
function countBack(panel: CountPanel, stream: string, end: number, length: number): number | null {
  const counts = panel.counts[panel.streams.indexOf(stream)]!;
  if (end < length) return null;
  let sum = 0;
  for (let t = end - length; t < end; t++) {
    if (!panel.recorded[t]) return null;
    sum += counts[t]!;
  }
  return sum;
}

function countAll(panel: CountPanel, stream: string): number {
  const counts = panel.counts[panel.streams.indexOf(stream)]!;
  return counts.reduce((sum, count, t) => sum + (panel.recorded[t] ? count : 0), 0);
}
