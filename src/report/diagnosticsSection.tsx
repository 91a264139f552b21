/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination, FitDiagnostics } from '../evidence/index.ts';
import { claimAnchor } from './anchors.ts';
import { barsPath, dotsPath, round } from './drawMarks.ts';
import { FigureTables } from './figureTables.tsx';
import type { FigureTable } from './figureTable.ts';
import { formatCount, formatNumber } from './formatNumber.ts';
import { Scroller } from './scroller.tsx';

const WIDTH = 150;
const HEIGHT = 44;
/** Bars of the PIT beyond twice the level height are cut, and residuals beyond four standard errors. */
const TALLEST_PIT = 2;
const FARTHEST_RESIDUAL = 4;

interface ClaimDiagnostics {
  readonly claim: string;
  readonly fit: FitDiagnostics;
}

/** How well the model behind each claim fits the days it was fitted to: small multiples, every column on one scale. */
export function DiagnosticsSection({ examination }: { readonly examination: Examination }) {
  const rows = examination.claims.flatMap(({ name, figures }) =>
    (figures?.diagnostics ?? []).map((fit): ClaimDiagnostics => ({ claim: name, fit })),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="diagnostics" class="appendix">
      <h2 id="diagnostics">How well the models fit</h2>
      <p>
        One row for every fitted stream. A model that fits badly can make a finding of nothing, or hide one;
        these pictures test no claim.
      </p>
      <Scroller label="Table: how well the models fit">
        <table class="data broad diagnostics">
          <caption>
            Where counts fell (PIT, ten bars, level is good) · correlation of what is left, by days or weeks
            apart (inside the grey band is good) · what is left, added up over stretches of time, in standard
            errors (within two is good) · spread psi · squares of what is left (near 1 is good).
          </caption>
          <thead>
            <tr>
              {['Claim and stream', 'Events', 'PIT', 'Correlation', 'Over time', 'psi', 'Squares'].map(
                (column) => (
                  <th scope="col">{column}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ claim, fit }) => (
              <tr>
                <td>
                  <a href={`#${claimAnchor(claim)}`}>{claim}</a>
                  <span class="note">{fit.label}</span>
                </td>
                <td class="n">{formatNumber(fit.events)}</td>
                <td>
                  <PitMiniature fit={fit} />
                </td>
                <td>
                  <CorrelationMiniature fit={fit} />
                </td>
                <td>
                  <StretchMiniature fit={fit} />
                </td>
                <td class="n">{formatNumber(fit.psi)}</td>
                <td class="n">{formatNumber(fit.dispersion)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <details>
        <summary>Numbers behind these pictures</summary>
        <FigureTables tables={[diagnosticsTable(rows)]} />
      </details>
    </section>
  );
}

function PitMiniature({ fit }: { readonly fit: FitDiagnostics }) {
  const width = WIDTH / fit.pit.length;
  const y = (height: number) => HEIGHT - 2 - (Math.min(TALLEST_PIT, height) / TALLEST_PIT) * (HEIGHT - 6);
  const highest = Math.max(...fit.pit);
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`PIT of ${formatCount(fit.steps, 'step')}: bars from ${formatNumber(Math.min(...fit.pit))} to ${formatNumber(highest)}, 1 is level`}
    >
      <path
        class="first solid"
        d={barsPath(
          fit.pit.map((height, bin) => ({ x: bin * width + 1, y: y(height) })),
          HEIGHT - 2,
          round(width - 2),
        )}
      />
      <path class="dashes" d={`M0 ${round(y(1))}H${WIDTH}`} />
    </svg>
  );
}

function CorrelationMiniature({ fit }: { readonly fit: FitDiagnostics }) {
  const { autocorrelation, steps } = fit;
  const band = 2 / Math.sqrt(Math.max(1, steps));
  const y = (value: number) => HEIGHT / 2 - Math.max(-0.4, Math.min(0.4, value)) * (HEIGHT - 8) * 1.2;
  const step = WIDTH / (autocorrelation.length + 1);
  const known = autocorrelation.flatMap((value, index) =>
    value === null ? [] : [{ x: (index + 1) * step, y: y(value), value }],
  );
  const outside = known.filter(({ value }) => Math.abs(value) > band).length;
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Correlation of residuals: ${formatNumber(outside)} of ${formatNumber(known.length)} lags lie outside the band of chance, ± ${formatNumber(band)}`}
    >
      <rect
        class="placebo"
        x="0"
        width={WIDTH}
        y={round(y(band))}
        height={round(Math.max(1, y(-band) - y(band)))}
      />
      <path class="axis" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      <path
        class="whisker"
        d={known.map((one) => `M${round(one.x)} ${HEIGHT / 2}V${round(one.y)}`).join('')}
      />
      <path class="first dots" stroke-width="4" d={dotsPath(known)} />
    </svg>
  );
}

function StretchMiniature({ fit }: { readonly fit: FitDiagnostics }) {
  const { stretches } = fit;
  if (stretches.length === 0) return <span class="dim">–</span>;
  const y = (value: number) =>
    HEIGHT / 2 -
    (Math.max(-FARTHEST_RESIDUAL, Math.min(FARTHEST_RESIDUAL, value)) / FARTHEST_RESIDUAL) * (HEIGHT / 2 - 4);
  const step = WIDTH / stretches.length;
  const spots = stretches.map((value, index) => ({ x: (index + 0.5) * step, y: y(value) }));
  const farthest = stretches.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Residuals over ${formatCount(stretches.length, 'stretch', 'stretches')} of time: the farthest is ${formatNumber(farthest)} standard errors`}
    >
      <rect class="placebo" x="0" width={WIDTH} y={round(y(2))} height={round(y(-2) - y(2))} />
      <path class="axis" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      <path class="first dots" stroke-width="4" d={dotsPath(spots)} />
    </svg>
  );
}

function diagnosticsTable(rows: readonly ClaimDiagnostics[]): FigureTable {
  return {
    caption: 'Fits by claim and stream',
    columns: ['Claim', 'Stream', 'Steps', 'Events', 'psi', 'Squares', 'PIT', 'Correlation', 'Over time'],
    rows: rows.map(({ claim, fit }) => [
      claim,
      fit.label,
      fit.steps,
      fit.events,
      fit.psi,
      fit.dispersion,
      fit.pit.map(formatNumber).join(' '),
      fit.autocorrelation.map(formatNumber).join(' '),
      fit.stretches.map(formatNumber).join(' '),
    ]),
  };
}
