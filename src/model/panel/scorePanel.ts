import {
  calibrationTest,
  dawidSebastianiScore,
  logScore,
  pitBounds,
  pitHistogram,
  rankedProbabilityScore,
  squaredErrorScore,
  type CalibrationTest,
} from '../../stats/index.ts';
import type { FailedFit } from '../fit.ts';
import { fitPanel, type PanelFit } from './fitPanel.ts';
import { packPanel } from './packPanel.ts';
import type { PanelData } from './panelData.ts';
import { panelLikelihood } from './panelLikelihood.ts';
import type { PanelPlan } from './panelPlan.ts';
import { splitPanel } from './splitPanel.ts';

/** One forecast of one cell from the rows before it; lower scores are better. */
export interface PanelForecast {
  readonly unit: string;
  readonly row: number;
  readonly observed: number;
  readonly mean: number;
  readonly psi: number;
  readonly logScore: number;
  readonly rankedProbabilityScore: number;
  readonly dawidSebastianiScore: number;
  readonly squaredErrorScore: number;
}

/** The scores of a forecast, by their names in `PanelForecast`. */
export const PANEL_SCORES = [
  'logScore',
  'rankedProbabilityScore',
  'dawidSebastianiScore',
  'squaredErrorScore',
] as const;

export type PanelScores = Readonly<Record<(typeof PANEL_SCORES)[number], number>>;

export interface PanelScoring {
  readonly first: number;
  readonly last: number;
  /** False: the parameters of the whole fit were used, which has seen the rows it forecasts. */
  readonly refit: boolean;
  readonly forecasts: readonly PanelForecast[];
  readonly mean: PanelScores;
  readonly meanByUnit: Readonly<Record<string, PanelScores>>;
  /** Null where a forecast mean is 0. */
  readonly calibration: Readonly<Record<CalibrationTest['score'], CalibrationTest | null>>;
  /** Non-randomised PIT histogram, 10 bins; 1 everywhere is calibrated. */
  readonly pit: Float64Array;
  /** Rows whose refit failed; they were forecast with the last fit that did not. */
  readonly failedRefits: readonly number[];
}

/**
 * Forecasts one row ahead, each from a fit to the rows before it, scored against what came. A later row never changes an
 * earlier forecast. Undefined where the first fit fails. Sources: czadoGneitingHeld2009, weiHeld2014.
 */
export function scorePanel(plan: PanelPlan, data: PanelData, whole: PanelFit): PanelScoring | FailedFit {
  const { rows: range } = whole;
  const { first = range.last, last = range.last, refit = true } = plan.scores ?? {};
  const failedRefits: number[] = [];
  const forecasts: PanelForecast[] = [];
  let fit: PanelFit | null = refit ? null : whole;
  for (let row = first; row <= last; row++) {
    if (refit) {
      const start = fit ? startFrom(fit) : {};
      const next = fitPanel({ ...plan, rows: { first: range.first, last: row - 1 } }, data, start);
      if (next.kind === 'fit') fit = next;
      else if (!fit) return { ...next, detail: `${next.detail}, in the rows before ${row}` };
      else failedRefits.push(row);
    }
    forecasts.push(...forecastRow(plan, data, fit!, row));
  }
  return {
    first,
    last,
    refit,
    forecasts,
    mean: average(forecasts),
    meanByUnit: Object.fromEntries(
      data.units.map((unit) => [unit, average(forecasts.filter((one) => one.unit === unit))]),
    ),
    calibration: {
      dawidSebastiani: calibrationTest(forecasts, 'dawidSebastiani'),
      log: calibrationTest(forecasts, 'log'),
      rankedProbability: calibrationTest(forecasts, 'rankedProbability'),
    },
    pit: pitHistogram(
      forecasts.map(({ observed, mean, psi }) => pitBounds(observed, mean, psi)),
      10,
    ),
    failedRefits,
  };
}

function startFrom({ parameters, psi }: PanelFit): Record<string, number> {
  const scales = Object.entries(psi).map(([name, { minusLog }]): [string, number] => [
    name === 'psi' ? '-log(psi)' : `-log(psi.${name})`,
    minusLog,
  ]);
  return { ...parameters, ...Object.fromEntries(scales) };
}

function forecastRow(plan: PanelPlan, data: PanelData, fit: PanelFit, row: number): PanelForecast[] {
  const panel = packPanel({ ...plan, rows: { first: row, last: row } }, data);
  const start = startFrom(fit);
  const theta = Float64Array.from(panel.parameters, ({ name }) => start[name]!);
  return splitPanel(panel).flatMap((component) => {
    const likelihood = panelLikelihood(panel, component);
    likelihood.evaluate(theta);
    return likelihood.blocks.flatMap(({ packed, mean: means }) =>
      Array.from(packed.y, (observed, i): PanelForecast => {
        const mean = means[i]!;
        const psi = packed.psi < 0 ? 0 : Math.exp(-theta[packed.psi]!);
        return {
          unit: data.units[packed.unit]!,
          row,
          observed,
          mean,
          psi,
          logScore: logScore(observed, mean, psi),
          rankedProbabilityScore: rankedProbabilityScore(observed, mean, psi),
          dawidSebastianiScore: dawidSebastianiScore(observed, mean, psi),
          squaredErrorScore: squaredErrorScore(observed, mean),
        };
      }),
    );
  });
}

function average(forecasts: readonly PanelForecast[]): PanelScores {
  const mean = (score: keyof PanelScores) =>
    forecasts.reduce((sum, one) => sum + one[score], 0) / forecasts.length;
  return Object.fromEntries(PANEL_SCORES.map((score) => [score, mean(score)])) as unknown as PanelScores;
}
