import { formatDay } from '../calendar/index.ts';
import { compareWithFloor } from '../forecast/index.ts';
import type { PageOrigin, ShownBacktest } from '../report/index.ts';
import type { BacktestRun } from './backtestInThreads.ts';

/** A back-test in the words of the theatre: dates and patterns in place of numbers and ids. */
export function describeBacktest(
  { result, wanted }: BacktestRun,
  origin: PageOrigin,
  paths: number,
  names: ReadonlyMap<string, string>,
): ShownBacktest {
  const nameOf = (id: string) => names.get(id) ?? id;
  const named = <One extends { readonly stream: string | null }>(one: One): One => ({
    ...one,
    stream: one.stream === null ? null : nameOf(one.stream),
  });
  const horizons = result.horizons.map(({ name }) => name);
  const { tacit, theatre, records, seed } = origin;
  return {
    tacit,
    theatre,
    records,
    seed,
    stepDays: result.stepDays,
    paths,
    wanted,
    origins: result.origins.map(formatDay),
    horizons,
    checks: Object.fromEntries(horizons.map((horizon) => [horizon, compareWithFloor(result, horizon, null)])),
    table: result.table.map((row) => ({ ...named(row), pit: [...row.pit] })),
    comparisons: result.comparisons.map(named),
    rules: result.rules.map(({ claim, comparisons }) => ({ claim, comparisons: comparisons.map(named) })),
    forecasts: result.forecasts
      .filter(({ system }) => system === 'full model')
      .map(({ stream, horizon, origin: day, observed, scores }) => ({
        stream: nameOf(stream),
        horizon,
        origin: formatDay(day),
        observed,
        median: scores.median,
        pit: [scores.pit.lower, scores.pit.upper],
        intervals: scores.intervals,
      })),
    failures: result.failures.map(({ system, origin: day, detail }) => ({
      system,
      origin: formatDay(day),
      detail: nameIds(detail, names),
    })),
  };
}

/** Reasons name streams by their id in the plan. */
function nameIds(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\bs\d+\b/g, (id) => (names.has(id) ? `“${names.get(id)!}”` : id));
}
