import { fitPanel, type CountPanel, type FailedFit, type PanelFit, type PanelPlan } from '../model/index.ts';
import type { LinearTerm, PathProgram, RuleProgram } from './pathProgram.ts';

/**
 * What an hhh4 user would forecast with: every stream's level, straight line and yearly season, its own counts of the step
 * before and the sum of the other streams' (coefficients and psi for each), at the maximum of the likelihood. Unlike the full
 * model it carries the line on, and its parameters are held to be known. Sources: heldHoehleHofmann2005, meyerHeldHoehle2017.
 */
export function hhh4Program(
  streams: readonly string[],
  panel: CountPanel,
  steps: number,
): PathProgram | FailedFit {
  const counts = streams.map((stream) =>
    panel.counts[panel.streams.indexOf(stream)]!.map((count, t) => (panel.recorded[t] ? count : NaN)),
  );
  const others = streams.map((_, i) => streams.map((_other, j) => (i === j ? 0 : 1)));
  const data = { units: streams, counts, covariates: {}, weights: { others } };
  let failure: FailedFit | null = null;
  // Records too sparse for all terms get fewer.
  for (const terms of [
    { neighbours: true, season: true },
    { neighbours: false, season: true },
    { neighbours: false, season: false },
  ]) {
    const plan = planPanel({ ...terms, neighbours: terms.neighbours && streams.length > 1 }, panel);
    const fit = fitPanel(plan, data);
    if (fit.kind === 'fit') return writeProgram(fit, streams, panel, steps);
    failure ??= fit;
  }
  return failure!;
}

const yearOf = ({ stepDays }: CountPanel) => 365.25 / stepDays;

function planPanel(
  { neighbours, season }: { readonly neighbours: boolean; readonly season: boolean },
  panel: CountPanel,
): PanelPlan {
  const one = { of: 'one' } as const;
  const line = { of: 'row', origin: panel.steps, per: yearOf(panel) } as const;
  const period = yearOf(panel);
  const yearly = season
    ? [{ name: 'season', value: { of: 'season' as const, period, harmonics: 1 }, perUnit: true as const }]
    : [];
  return {
    family: 'NegBinM',
    own: { terms: [{ name: 'own', value: one, perUnit: true }] },
    ...(neighbours
      ? { neighbours: { weights: 'others', terms: [{ name: 'others', value: one, perUnit: true }] } }
      : {}),
    endemic: {
      terms: [
        { name: 'level', value: one, perUnit: true },
        { name: 'line', value: line, perUnit: true },
        ...yearly,
      ],
    },
  };
}

function writeProgram(
  { parameters, psi }: PanelFit,
  streams: readonly string[],
  panel: CountPanel,
  steps: number,
): PathProgram {
  const all = 1 + steps;
  const start = panel.steps - 1;
  const always = new Uint8Array(all).fill(1);
  const find = (end: string, unit: string) =>
    Object.entries(parameters).find(([name]) => name.startsWith(end) && name.endsWith(`.${unit}`))?.[1];
  const columns: readonly [string, (row: number) => number][] = [
    ['level.', () => 1],
    ['line.', (row) => (row - panel.steps) / yearOf(panel)],
    ['season.sin', (row) => Math.sin((2 * Math.PI * row) / yearOf(panel))],
    ['season.cos', (row) => Math.cos((2 * Math.PI * row) / yearOf(panel))],
  ];
  const rule = (source: number, target: number, logRho: number | undefined): RuleProgram[] =>
    logRho === undefined
      ? []
      : [
          {
            source,
            target,
            draws: Float64Array.of(Math.exp(logRho)),
            from: 1,
            weights: Float64Array.of(1),
            ratio: null,
            beyond: 0,
            counted: always,
            plain: true,
            active: always,
            gate: null,
          },
        ];
  return {
    before: 1,
    after: steps,
    streams: streams.map((stream) => ({
      stream,
      observed: panel.counts[panel.streams.indexOf(stream)]!.slice(start),
      recorded: panel.recorded.slice(start),
      coverage: new Float64Array(all).fill(1),
      endemic: columns.map(([name, value]): LinearTerm => ({
        draws: Float64Array.of(find(name, stream) ?? 0),
        column: Float64Array.from({ length: all }, (_, t) => value(start + t)),
      })),
      endemicSame: new Uint8Array(all),
      wander: null,
      dated: [],
      datedSame: new Uint8Array(all),
      moving: [],
      rest: null,
      psi: Float64Array.of(psi[stream]?.estimate ?? 0),
    })),
    rules: streams.flatMap((stream, k) => [
      ...rule(k, k, find('own.', stream)),
      ...streams.flatMap((_, j) => (j === k ? [] : rule(j, k, find('others.', stream)))),
    ]),
  };
}
