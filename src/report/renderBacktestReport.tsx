/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { BacktestSections } from './backtestSections.tsx';
import { renderForecastPage } from './forecastPage.tsx';
import { formatNumber } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import type { ShownBacktest } from './shownBacktest.ts';

/** A back-test as one HTML file without script. */
export function renderBacktestReport(backtest: ShownBacktest): string {
  const shown = showControls(backtest);
  const { theatre, seed, paths, wanted, origins } = shown;
  return renderForecastPage({
    kind: 'Forecasts put to the test',
    origin: shown,
    command: `tacit backtest ${theatre.file} --origins ${wanted} --paths ${paths} --seed ${seed} --report backtest.html`,
    facts: [
      ['Past days', formatNumber(origins.length)],
      ['Futures each', formatNumber(paths)],
    ],
    children: <BacktestSections backtest={shown} />,
  });
}
