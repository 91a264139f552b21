/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { BacktestSections } from './backtestSections.tsx';
import { DataTable } from './dataTable.tsx';
import { describeFloor, shortenFloor } from './describeFloor.ts';
import { FanFigure } from './fanFigure.tsx';
import { describeOrigin, renderForecastPage } from './forecastPage.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { FuturesFigure, ofTwenty } from './futuresFigure.tsx';
import { groupLeftOut } from './groupLeftOut.ts';
import { describeModel, describeStream } from './renderForecast.ts';
import { showControls } from './showControls.ts';
import type { ShownForecast, ShownStream } from './shownForecast.ts';
import { splitSilent } from './splitSilent.ts';

/** A forecast as one HTML file without script: fans, counted futures, and how past forecasts fared. */
export function renderForecastReport(forecast: ShownForecast): string {
  const shown = showControls(forecast);
  const { theatre, days, paths, seed, check, first, last, known, leftOut, backtest } = shown;
  const split = splitSilent(shown);
  const source = describeOrigin(shown, paths, known);
  return renderForecastPage({
    kind: 'Possible futures',
    origin: shown,
    command: `tacit forecast ${theatre.file} --days ${days} --paths ${paths} --seed ${seed} --report forecast.html`,
    facts: [
      ['Known up to', known],
      ['Days', `${first} to ${last}`],
      ['Futures', formatNumber(paths)],
    ],
    children: (
      <>
        <p>
          <b>{describeFloor(check)}</b>
        </p>
        {describeModel(shown).map((text) => (
          <p>{text}</p>
        ))}
        <h2>Totals of {formatCount(days, 'day')}</h2>
        <StreamTable streams={split.shown} />
        {split.sentence === null ? null : (
          <>
            <p>{split.sentence}</p>
            <ul>
              {split.silent.map(({ stream }) => (
                <li>{stream}</li>
              ))}
            </ul>
          </>
        )}
        <h2>Pictures</h2>
        {split.shown.map((stream) => (
          <section>
            <h3>{stream.stream}</h3>
            <p class="dim">{describeStream(stream)}</p>
            <div class="figures">
              <StreamFan stream={stream} source={source} />
              <FuturesFigure
                title={`${stream.stream}: how many futures`}
                futures={listFutures(stream)}
                paths={formatCount(paths, 'future')}
                source={source}
              />
            </div>
          </section>
        ))}
        {leftOut.length === 0 ? null : (
          <>
            <h2>Not in the model</h2>
            <ul>
              {groupLeftOut(leftOut).map(({ what, why }) => (
                <li>
                  {what.join(', ')}: {why}
                </li>
              ))}
            </ul>
          </>
        )}
        {backtest === null ? null : <BacktestSections backtest={backtest} />}
      </>
    ),
  });
}

function StreamFan({ stream, source }: { readonly stream: ShownStream; readonly source: string }) {
  const { fan, recorded, intervals, unit } = stream;
  const [one] = fan;
  if (!one || fan.length < 2) return null;
  const stretch = formatCount(one.last - one.first + 1, 'day');
  return (
    <FanFigure
      title={`${stream.stream}: the record and the next ${stretch === '1 day' ? 'days' : `stretches of ${stretch}`}`}
      sentence={`In all, 80 of 100 futures hold ${intervals['80'].map(formatNumber).join(' to ')} ${unit}, 95 of 100 hold ${intervals['95'].map(formatNumber).join(' to ')}.`}
      unit={`${unit} in ${stretch}`}
      source={source}
      recorded={recorded}
      fan={fan}
      stretch={`for sums of ${stretch}`}
    />
  );
}

function listFutures({ atLeastOne, moreThanLast, lastPeriod }: ShownStream) {
  return [
    { label: 'at least one', probability: atLeastOne },
    ...(moreThanLast === null
      ? []
      : [{ label: `more than in the last period (${formatNumber(lastPeriod)})`, probability: moreThanLast }]),
  ];
}

function StreamTable({ streams }: { readonly streams: readonly ShownStream[] }) {
  return (
    <DataTable
      caption="Totals by stream: central intervals of the futures"
      columns={[
        'Stream',
        'Expected',
        '50 %',
        '80 %',
        '95 %',
        'At least one',
        'More than last period',
        'Gain on the floor',
      ]}
      numeric={[1]}
      rows={streams.map((stream) => [
        stream.stream,
        formatNumber(stream.expected),
        ...(['50', '80', '95'] as const).map((level) =>
          stream.intervals[level].map(formatNumber).join(' to '),
        ),
        `${formatPercent(stream.atLeastOne)}, ${ofTwenty(stream.atLeastOne)}`,
        stream.moreThanLast === null ? 'unknown' : formatPercent(stream.moreThanLast),
        shortenFloor(stream.check),
      ])}
    />
  );
}
