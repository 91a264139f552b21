/** The published analyses among the golden cases, as plans. Names of terms are those of hhh4. */
import type { PanelPlan, PanelTerm } from '../../../src/model/index.ts';

export interface PublishedCase {
  readonly folder: string;
  readonly fit: string;
  readonly plan: PanelPlan;
  readonly evaluations?: string;
}

const one = (part: string, perUnit?: true): PanelTerm => ({
  name: `${part}.1`,
  value: { of: 'one' },
  ...(perUnit ? { perUnit } : {}),
});
const row: PanelTerm = { name: 'end.t', value: { of: 'row' } };
const wave = (part: string, harmonic: number, perUnit?: readonly string[]): PanelTerm[] =>
  (['sine', 'cosine'] as const).map((of) => ({
    name: `${part}.${of === 'sine' ? 'sin' : 'cos'}(${2 * harmonic} * pi * t/52)`,
    value: { of, period: 52, harmonic },
    ...(perUnit ? { perUnit } : {}),
  }));
const seasonal = [one('end'), ...wave('end', 1)];
const trending = [one('end'), row, ...wave('end', 1)];
const both = ['influenza', 'meningococcus'];
const log = (name: string, covariate: string): PanelTerm => ({ name, value: { of: 'logarithm', covariate } });
const susceptible = log('end.log(Sprop)', 'Sprop');

const measles = {
  family: 'NegBin1',
  own: { terms: [one('ar')] },
  neighbours: { name: 'ne', terms: [one('ne')], weights: { matrix: 'orders', equals: 1 } },
  endemic: { terms: trending, offset: 'population' },
  matrices: { orders: { file: 'neighbourhood.csv' } },
} satisfies PanelPlan;
const vaccinated = {
  ...measles,
  endemic: { terms: [...trending, susceptible], offset: 'population' },
} satisfies PanelPlan;
const populated = {
  ...vaccinated,
  neighbours: { ...measles.neighbours, terms: [one('ne'), log('ne.log(pop)', 'population')] },
} satisfies PanelPlan;
const powerLaw = {
  ...populated,
  neighbours: {
    ...populated.neighbours,
    weights: {
      matrix: 'orders',
      normalised: true,
      powerLaw: { decay: 1, estimated: true, maximumOrder: 5 },
    },
  },
} satisfies PanelPlan;
const agona = {
  family: 'NegBin1',
  own: { terms: [one('ar')] },
  endemic: { terms: trending },
} satisfies PanelPlan;
const flumen = {
  family: 'NegBinM',
  own: { terms: [one('ar', true)] },
  neighbours: { name: 'ne', terms: [one('ne')], weights: 'given' },
  matrices: { given: { file: 'neighbourhood.csv' } },
  endemic: {
    terms: [
      one('end', true),
      ...wave('end', 1, both),
      ...wave('end', 2, ['influenza']),
      ...wave('end', 3, ['influenza']),
    ],
  },
} satisfies PanelPlan;
const withoutCross: PanelPlan = { ...flumen, neighbours: undefined };
const endemicAgona: PanelPlan = { ...agona, own: undefined };
const { terms: susceptibleTrend } = vaccinated.endemic;
const fromSecondRow = { first: 1, last: 311 };
const fromSixthRow = { first: 5, last: 311 };
const lags = { family: 'NegBin1', rows: fromSixthRow, endemic: { terms: seasonal } } as const;
const seasonalOwn = [one('ar'), ...wave('ar', 1)];
const meningo = {
  family: 'NegBin1',
  own: { terms: [one('ar')] },
  endemic: { terms: seasonal },
} satisfies PanelPlan;

const withDelay = (
  family: 'geometric' | 'poisson' | 'step' | 'log-normal',
  parameters: readonly number[],
  estimated = true,
  to = 5,
): PanelPlan => ({
  ...lags,
  own: { name: 'ar', terms: seasonalOwn, delay: { family, parameters, from: 1, to, estimated } },
});

export const publishedCases: readonly PublishedCase[] = [
  {
    folder: 'hhh4-salmonella-agona',
    fit: 'fit',
    plan: { ...agona, scores: { first: 260 } },
    evaluations: 'evaluations',
  },
  { folder: 'hhh4-salmonella-agona', fit: 'endemic_only', plan: { ...endemicAgona, rows: fromSecondRow } },
  { folder: 'hhh4-salmonella-agona', fit: 'poisson', plan: { ...agona, family: 'Poisson' } },
  {
    folder: 'hhh4-meningo',
    fit: 'result0_poisson',
    plan: { family: 'Poisson', endemic: { terms: seasonal }, rows: fromSecondRow },
  },
  {
    folder: 'hhh4-meningo',
    fit: 'result1_negbin',
    plan: { family: 'NegBin1', endemic: { terms: seasonal }, rows: fromSecondRow },
  },
  {
    folder: 'hhh4-meningo',
    fit: 'result2_negbin_ar',
    plan: meningo,
    evaluations: 'evaluations_result2',
  },
  { folder: 'hhh4-flumen', fit: 'fit', plan: flumen, evaluations: 'evaluations' },
  { folder: 'hhh4-flumen', fit: 'without_cross_term', plan: withoutCross },
  {
    folder: 'hhh4-endemic-only',
    fit: 'fit',
    plan: { family: 'NegBin1', endemic: { terms: trending, offset: 'population' } },
    evaluations: 'evaluations',
  },
  { folder: 'hhh4-measles-weserems', fit: 'basic', plan: measles, evaluations: 'basic_evaluations' },
  { folder: 'hhh4-measles-weserems', fit: 'poisson', plan: { ...measles, family: 'Poisson' } },
  { folder: 'hhh4-measles-weserems', fit: 'vacc', plan: vaccinated },
  { folder: 'hhh4-measles-weserems', fit: 'nepop', plan: populated },
  { folder: 'hhh4-measles-weserems', fit: 'powerlaw', plan: powerLaw, evaluations: 'powerlaw_evaluations' },
  {
    folder: 'hhh4-measles-weserems',
    fit: 'np2',
    plan: {
      ...populated,
      neighbours: {
        ...populated.neighbours,
        weights: { matrix: 'orders', normalised: true, byOrder: { logWeights: [-1], estimated: true } },
      },
    },
  },
  { folder: 'hhh4addon-salmonella-lags', fit: 'ar1', plan: { ...lags, own: { terms: seasonalOwn } } },
  {
    folder: 'hhh4addon-salmonella-lags',
    fit: 'geometric_fixed_0.8',
    plan: withDelay('geometric', [0.8], false),
  },
  { folder: 'hhh4addon-salmonella-lags', fit: 'profiled.geometric', plan: withDelay('geometric', [0.6]) },
  { folder: 'hhh4addon-salmonella-lags', fit: 'profiled.poisson', plan: withDelay('poisson', [0.5]) },
  { folder: 'hhh4addon-salmonella-lags', fit: 'profiled.ar2', plan: withDelay('step', [0.5, 0.5], true, 2) },
  { folder: 'hhh4addon-salmonella-lags', fit: 'log_normal', plan: withDelay('log-normal', [0.5, 1]) },
  {
    folder: 'hhh4addon-salmonella-lags',
    fit: 'unrestricted',
    plan: withDelay('step', [0.4, 0.2, 0.2, 0.1, 0.1]),
  },
];

/** Plans whose rolling scores are among the golden cases, with the path to them. */
export const scoredCases = [
  { folder: 'hhh4-salmonella-agona', at: 'one_step_ahead', plan: { ...agona, scores: { first: 260 } } },
  { folder: 'hhh4-meningo', at: 'one_step_ahead', plan: { ...meningo, scores: { first: 260 } } },
  { folder: 'hhh4-flumen', at: 'one_step_ahead', plan: { ...flumen, scores: { first: 260 } } },
  {
    folder: 'hhh4-measles-weserems',
    at: 'one_step_ahead',
    model: 'basic',
    plan: { ...measles, scores: { first: 65, last: 77 } },
  },
  {
    folder: 'hhh4-measles-weserems',
    at: 'one_step_ahead',
    model: 'powerlaw',
    plan: { ...powerLaw, scores: { first: 65, last: 77 } },
  },
] satisfies readonly { folder: string; at: string; model?: string; plan: PanelPlan }[];

const endemicOf = (option: string) => ({
  terms: option === 'Scovar' ? susceptibleTrend : trending,
  offset: option === 'Soffset' ? 'populationS' : 'population',
});
/** The nine models of the vaccination grid; `S…offset` columns are products that the test adds to the table. */
export const vaccinationGrid = ['unchanged', 'Soffset', 'Scovar'].flatMap((end) =>
  ['unchanged', 'Soffset', 'Scovar'].map((own) => ({
    name: `${end}|${own}`,
    plan: {
      ...measles,
      endemic: endemicOf(end),
      own: {
        terms: own === 'Scovar' ? [one('ar'), log('ar.log(Sprop)', 'Sprop')] : [one('ar')],
        ...(own === 'Soffset' ? { offset: 'Sprop' } : {}),
      },
    } satisfies PanelPlan,
  })),
);
