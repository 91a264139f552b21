/**
 * The tutorial's record and its truth. Four streams over three years:
 * North attacks South at a steady rate; South strikes North, in part as an answer; East and West attack South, each on
 * its own, but both swell and ebb with one slow wave. A truce of six months lowers what North and South do.
 */
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import { delayWeights, geometricForWindow } from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';

export const truth = {
  seed: 20210101,
  first: '2021-01-01',
  last: '2023-12-31',
  columns: ['north_on_south', 'south_on_north', 'east_on_south', 'west_on_south'],
  spontaneousPerDay: { north_on_south: 0.35, south_on_north: 0.12, east_on_south: 0.3, west_on_south: 0.3 },
  overdispersion: 0.5,
  ownHistory: { north_on_south: 0.15, south_on_north: 0.1, east_on_south: 0, west_on_south: 0 },
  answers: [{ trigger: 'north_on_south', answer: 'south_on_north', rho: 0.6, withinDays: 10 }],
  truce: { from: '2023-03-01', to: '2023-08-31', columns: ['north_on_south', 'south_on_north'], factor: 0.3 },
  wave: { columns: ['east_on_south', 'west_on_south'], timeScaleDays: 40, loading: 0.8 },
  claims: {
    SouthAnswers: 'true: on average 0.6 strikes answer an attack, within 10 days',
    NorthAnswers: 'false: no attack answers a strike',
    StrikesDeter: 'false: strikes change nothing',
    WestFollowsEast: 'false: East and West share a slow wave, neither answers the other',
    EastUnmoved: 'true: the East does not answer the North',
    TruceHeld: 'true: both directions fall to 0.3 of what they were',
    EastCalmToo: 'false: the East has no part in the truce',
    ManyAttacks: 'false: see `events`; the North attacked fewer than 500 times',
    Motive: 'nothing in a record of attacks can show it',
  },
} as const;

type Column = (typeof truth.columns)[number];
type Series = Readonly<Record<Column, Float64Array>>;

const firstDay = dayFromCivil(2021, 1, 1);
const days = dayFromCivil(2024, 1, 1) - firstDay;

/** `date` and one column of counts for each stream, the same bytes every time. */
export function makeCounts(): string {
  const counts = drawCounts();
  const rows = Array.from({ length: days }, (_, t) =>
    [formatDay(firstDay + t), ...truth.columns.map((column) => counts[column][t])].join(','),
  );
  return `${['date', ...truth.columns].join(',')}\n${rows.join('\n')}\n`;
}

/** Day by day: mean = factor · (spontaneous · wave + own history + answers), counts negative binomial. */
function drawCounts(): Series {
  const draw = randomStream(truth.seed, 'tutorial counts');
  const weights = delayWeights({ family: 'geometric', parameters: geometricForWindow(10), from: 1, to: 10 });
  const wave = drawWave();
  const counts = byColumn(() => new Float64Array(days));
  for (let t = 0; t < days; t++) {
    for (const column of truth.columns) {
      const mean = factor(column, t) * (spontaneous(column, t, wave) + triggered(column, t, counts, weights));
      counts[column][t] = draw.negativeBinomial(mean, truth.overdispersion);
    }
  }
  return counts;
}

function spontaneous(column: Column, t: number, wave: Float64Array): number {
  const level = truth.spontaneousPerDay[column];
  const shared = (truth.wave.columns as readonly Column[]).includes(column);
  return shared ? level * Math.exp(truth.wave.loading * (wave[t] ?? 0)) : level;
}

function triggered(column: Column, t: number, counts: Series, weights: Float64Array): number {
  let expected = truth.ownHistory[column] * recent(counts[column], t, weights);
  for (const { trigger, answer, rho } of truth.answers) {
    if (answer === column) expected += rho * recent(counts[trigger], t, weights);
  }
  return expected;
}

function recent(series: Float64Array, t: number, weights: Float64Array): number {
  return weights.reduce((sum, weight, d) => sum + weight * (series[t - 1 - d] ?? 0), 0);
}

function factor(column: Column, t: number): number {
  const date = formatDay(firstDay + t);
  const { from, to, columns } = truth.truce;
  const inside = from <= date && date <= to && (columns as readonly Column[]).includes(column);
  return inside ? truth.truce.factor : 1;
}

/** A stationary wave with mean 0 and variance 1: correlation exp(−1/timeScale) from one day to the next. */
function drawWave(): Float64Array {
  const draw = randomStream(truth.seed, 'tutorial wave');
  const stay = Math.exp(-1 / truth.wave.timeScaleDays);
  const wave = new Float64Array(days);
  let level = draw.normal();
  for (let t = 0; t < days; t++) {
    wave[t] = level;
    level = stay * level + Math.sqrt(1 - stay * stay) * draw.normal();
  }
  return wave;
}

function byColumn<Value>(make: () => Value): Record<Column, Value> {
  return Object.fromEntries(truth.columns.map((column) => [column, make()])) as Record<Column, Value>;
}

/** The truth as the file beside the record holds it, with the number of events that each column came to. */
export function makeTruth(): string {
  const rows = makeCounts().trimEnd().split('\n').slice(1);
  const events = byColumn(() => 0);
  for (const row of rows) {
    const cells = row.split(',').slice(1);
    truth.columns.forEach((column, k) => (events[column] += Number(cells[k])));
  }
  return `${JSON.stringify({ ...truth, events }, null, 2)}\n`;
}
