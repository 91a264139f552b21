/** Back-tests on public series, rolling, whichever wins; prints the tables of docs/forecast.md. */
import { describe, expect, it } from 'vitest';
import { backtest, defaultHorizons, type BacktestResult } from '../../src/forecast/index.ts';
import { readSeries, SERIES } from './measuredSeries.ts';

const ORIGINS = Number(process.env['TACIT_ORIGINS'] ?? 40);

function printTables(name: string, result: BacktestResult): string {
  const number = (value: number, digits: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(digits));
  const percent = (value: number) => String(Math.round(100 * value));
  const lines = [`### ${name}`, `${result.origins.length} origins, ${result.streams.length} streams`];
  for (const { name: horizon } of result.horizons) {
    lines.push(
      '',
      `Total of the next ${horizon}`,
      '',
      '| system | forecasts | CRPS | IGN | MIS 90 % | inside 50 (held) | 80 (held) | 95 (held) |',
      '|---|--:|--:|--:|--:|--:|--:|--:|',
    );
    const rows = result.table.filter(
      (row) => row.horizon === horizon && row.stream === null && row.state === null,
    );
    for (const row of rows)
      lines.push(
        `| ${row.system} | ${row.forecasts} | ${number(row.crps, 3)} | ${number(row.ignorance, 2)} | ${number(row.intervalScore90, 1)} | ` +
          `${percent(row.coverage50)} (${percent(row.held50)}) | ${percent(row.coverage80)} (${percent(row.held80)}) | ${percent(row.coverage95)} (${percent(row.held95)}) |`,
      );
  }
  lines.push(
    '',
    '| full model against | horizon | CRPS skill, 90 % interval | p, Diebold–Mariano | p, signs |',
    '|---|---|--:|--:|--:|',
  );
  const rules = result.rules.flatMap(({ comparisons }) => comparisons);
  for (const one of [...result.comparisons.filter(({ stream }) => stream === null), ...rules]) {
    if (one.score !== 'crps') continue;
    const [low, high] = one.skillInterval ?? [NaN, NaN];
    lines.push(
      `| ${one.second} | ${one.horizon} | ${one.skill?.toFixed(2) ?? '–'} (${low.toFixed(2)} to ${high.toFixed(2)}) | ${one.dieboldMariano?.toFixed(3) ?? '–'} | ${one.permutation?.toFixed(3) ?? '–'} |`,
    );
  }
  lines.push('', ...[...new Set(result.failures.map(({ system, detail }) => `${system}: ${detail}`))]);
  return lines.join('\n');
}

describe('back-tests on public series', () => {
  for (const series of SERIES) {
    const read = readSeries(series);
    it.skipIf(read === null)(series.name, () => {
      const { panel, model } = read!;
      const horizons = defaultHorizons(series.stepDays);
      const options = { seed: 2026, origins: ORIGINS, paths: 500, horizons, ruleByRule: true };
      const result = backtest(model, panel, options);
      process.stdout.write(`${printTables(series.name, result)}\n`);
      expect(result.origins.length).toBe(ORIGINS);
      const rows = result.table.filter(({ stream, state }) => stream === null && state === null);
      for (const { name } of horizons) {
        const of = (system: string) => rows.find((row) => row.system === system && row.horizon === name)!;
        // Anything that looks back must beat saying that nothing happens, or forecasts are not what they say.
        expect(of('full model').crps).toBeLessThan(of('zero').crps);
        expect(of('full model').forecasts).toBe(ORIGINS * model.streams.length);
      }
    });
  }
});
