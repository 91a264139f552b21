/**
 * A regression model of many counted units, as plain data that can be written as JSON: mean = own part + neighbours' parts +
 * endemic part + rules, each with a logarithmic link, as in hhh4. Source: heldHoehleHofmann2005, meyerHeldHoehle2017,
 * bracherHeld2022.
 */
import { z } from 'zod';

const name = z.string().min(1);
const row = z.int().min(0);
const lag = z.int().min(1);

const VALUE = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('one') }).describe('1 everywhere: the level of a part'),
  z
    .strictObject({
      of: z.literal('row'),
      origin: z
        .number()
        .optional()
        .describe('row at which the value is 0; left out: the first row of the table'),
      per: z.number().positive().optional().describe('rows that make 1; left out: 1'),
      power: z.int().min(1).optional().describe('left out: 1'),
    })
    .describe('((row − origin) / per) ^ power; rows are counted from 0'),
  z
    .strictObject({
      of: z.enum(['sine', 'cosine']),
      period: z.number().positive(),
      harmonic: z.int().min(1).optional().describe('left out: 1'),
    })
    .describe('sin or cos of 2 pi harmonic row / period'),
  z
    .strictObject({ of: z.literal('season'), period: z.number().positive(), harmonics: z.int().min(1) })
    .describe('sine and cosine of each harmonic from 1 on'),
  z
    .strictObject({ of: z.literal('rows'), first: row, last: row })
    .describe('1 from row first to row last, else 0'),
  z
    .strictObject({ of: z.enum(['covariate', 'logarithm']), covariate: name })
    .describe('a column of the table, or its logarithm'),
]);

const TERM = z.strictObject({
  name: name.optional().describe('left out: the part and the value'),
  value: VALUE,
  perUnit: z
    .union([z.literal(true), z.array(name).min(1)])
    .optional()
    .describe(
      'a coefficient for every unit, or for those named (others have none of this term); left out: one for all',
    ),
  fixed: z.number().optional().describe('a known coefficient, which is not estimated'),
});

const DELAY = z
  .strictObject({
    family: z.enum(['geometric', 'uniform', 'log-normal', 'gamma', 'poisson', 'step']),
    parameters: z.array(z.number()),
    from: lag,
    to: lag,
    estimated: z.boolean().optional().describe('the parameters are where the search begins; left out: false'),
  })
  .describe('weights of the lags from … to, which sum to 1');

const WEIGHTS = z.strictObject({
  matrix: name.describe('weights, distances or orders of neighbourhood: [from][to]'),
  equals: z.number().optional().describe('1 where the matrix has this value, else 0'),
  scale: name
    .optional()
    .describe('a matrix that multiplies the weights, before they are divided by their sum'),
  normalised: z
    .boolean()
    .optional()
    .describe('weights of one sender are divided by their sum; left out: false'),
  powerLaw: z
    .strictObject({
      decay: z.number().positive(),
      estimated: z.boolean().optional(),
      logarithm: z.boolean().optional().describe('the parameter is ln decay; left out: decay'),
      maximumOrder: z.number().positive().optional(),
      fromZero: z.boolean().optional().describe('(order + 1) ^ −decay, also for a unit itself'),
    })
    .optional()
    .describe('order ^ −decay up to the maximum order, 0 beyond and for a unit itself'),
  byOrder: z
    .strictObject({
      logWeights: z.array(z.number()).min(1).describe('of orders 2, 3, … against order 1'),
      estimated: z.boolean().optional(),
      beyond: z
        .boolean()
        .optional()
        .describe('the last weight also holds for higher orders; left out: false'),
      fromZero: z.boolean().optional().describe('of orders 1, 2, … against the unit itself'),
    })
    .optional()
    .describe('one weight for each order of neighbourhood'),
});

const delay = z
  .union([DELAY, name])
  .optional()
  .describe('how earlier rows are weighed, or the name of one of `delays`; left out: see lag');
const lagged = { delay, lag: lag.optional().describe('the one earlier row that counts; left out: 1') };
const offset = name.optional().describe('a column that multiplies the part, for example population');
const PART = z.strictObject({ name: name.optional(), terms: z.array(TERM).min(1), offset });
const NEIGHBOURS = PART.extend({ ...lagged, weights: z.union([name, WEIGHTS]) });
const RULE = z.strictObject({
  name,
  from: name,
  to: name,
  ...lagged,
  terms: z.array(TERM).min(1).optional().describe('left out: one coefficient, ln rho'),
  offset: offset.describe('a column that multiplies the rule, for example 1 while it is in force'),
});

/** What a plan may hold; `docs/tacit-panel.schema.json` is printed from it. */
export const PANEL_PLAN = z
  .strictObject({
    table: z
      .union([
        z.strictObject({ unit: name, count: name, order: name.optional() }),
        z.strictObject({ series: z.array(name).min(1), order: name.optional() }),
      ])
      .optional()
      .describe(
        'one line for each unit and row, or one column for each unit; left out: columns unit, y (and t)',
      ),
    family: z
      .enum(['Poisson', 'NegBin1', 'NegBinM'])
      .describe('NegBin1: one psi; NegBinM: one for each unit'),
    overdispersionGroups: z
      .record(name, name)
      .optional()
      .describe('with NegBinM: the group of each unit; units of one group share their psi'),
    own: PART.extend(lagged).optional(),
    neighbours: z.union([NEIGHBOURS, z.array(NEIGHBOURS).min(1)]).optional(),
    endemic: PART.optional(),
    rules: z.array(RULE).min(1).optional().describe('answers of one unit to another'),
    modifiers: z.array(TERM).min(1).optional().describe('factors exp(coefficient · value) on the whole mean'),
    coverage: name
      .optional()
      .describe('a column that multiplies the whole mean: share of events that the record holds'),
    delays: z.record(name, DELAY).optional().describe('delays that several parts share'),
    matrices: z
      .record(
        name,
        z.union([
          z.strictObject({ file: name }),
          z.strictObject({
            units: z.array(name).min(1).optional(),
            rows: z.array(z.array(z.number())).min(1),
          }),
        ]),
      )
      .optional()
      .describe('matrices [from][to], here or as CSV files beside the plan'),
    rows: z
      .strictObject({ first: row, last: row })
      .optional()
      .describe('rows that contribute, counted from 0; left out: from the longest lag to the end'),
    scores: z
      .strictObject({
        first: row,
        last: row.optional().describe('left out: the last row'),
        refit: z
          .boolean()
          .optional()
          .describe('false: the parameters of the whole fit are used; left out: true'),
      })
      .optional()
      .describe('rows to be forecast one step ahead, from a fit to the rows before'),
  })
  .describe('A model of a table of counts, for tacit fit.');

type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type PanelPlan = Frozen<z.infer<typeof PANEL_PLAN>>;
export type PanelTerm = Frozen<z.infer<typeof TERM>>;
export type PanelPart = Frozen<z.infer<typeof PART>>;
export type PanelDelay = Frozen<z.infer<typeof DELAY>>;
export type PanelWeights = Frozen<z.infer<typeof WEIGHTS>>;
export type PanelRule = Frozen<z.infer<typeof RULE>>;
