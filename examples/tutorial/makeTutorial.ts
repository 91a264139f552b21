/**
 * The tutorial's record and its truth. Four streams over three years:
 * North attacks South at a steady rate; South strikes North, in part as an answer; East and West attack South, each on
 * its own, but both swell and ebb with one slow wave. A truce of six months lowers what North and South do.
 */
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import {
  geometricForWindow,
  simulateCounts,
  type DeclaredModifier,
  type DeclaredRule,
  type DeclaredStream,
} from '../../src/model/index.ts';
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

const firstDay = dayFromCivil(2021, 1, 1);
const days = dayFromCivil(2024, 1, 1) - firstDay;
const delay = { family: 'geometric', parameters: geometricForWindow(10), from: 1, to: 10 };

/** `date` and one column of counts for each stream, the same bytes every time. */
export function makeCounts(): string {
  const counts = drawCounts();
  const rows = Array.from({ length: days }, (_, t) =>
    [formatDay(firstDay + t), ...truth.columns.map((column) => counts[column]?.[t])].join(','),
  );
  return `${['date', ...truth.columns].join(',')}\n${rows.join('\n')}\n`;
}

/** The truth as the file beside the record holds it, with the number of events that each column came to. */
export function makeTruth(): string {
  const events = Object.fromEntries(
    Object.entries(drawCounts()).map(([column, counts]) => [
      column,
      counts.reduce((sum, count) => sum + count, 0),
    ]),
  );
  return `${JSON.stringify({ ...truth, events }, null, 2)}\n`;
}

function drawCounts(): Record<string, Float64Array> {
  return simulateCounts({ steps: days, streams: streams(), rules: rules(), modifiers: truce() }, truth.seed);
}

function streams(): DeclaredStream[] {
  const wave = drawWave();
  return truth.columns.map((name) => {
    const level = Math.log(truth.spontaneousPerDay[name]);
    const waved = (truth.wave.columns as readonly Column[]).includes(name);
    const logRate = waved ? wave.map((height) => level + truth.wave.loading * height) : level;
    return { name, logRate, psi: truth.overdispersion };
  });
}

function rules(): DeclaredRule[] {
  const own = truth.columns.map((name) => ({ from: name, to: name, rho: truth.ownHistory[name], delay }));
  const answers = truth.answers.map(({ trigger, answer, rho }) => ({
    from: trigger,
    to: answer,
    rho,
    delay,
  }));
  return [...own, ...answers];
}

function truce(): DeclaredModifier[] {
  const { from, to, columns, factor } = truth.truce;
  const inside = Float64Array.from({ length: days }, (_, t) => {
    const date = formatDay(firstDay + t);
    return from <= date && date <= to ? 1 : 0;
  });
  return columns.map((column) => ({ to: column, gamma: Math.log(factor), z: inside }));
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
