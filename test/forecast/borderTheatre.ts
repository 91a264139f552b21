/** A made border whose truth is known: South answers North's attacks, and a truce once lowered both. */
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import {
  compile,
  delayWeights,
  geometricForWindow,
  simulateCounts,
  type CountPanel,
  type DeclaredTheatre,
  type Plan,
} from '../../src/model/index.ts';
import type { Theatre } from '../../src/language/index.ts';
import { theatreOf } from '../language/theatreText.ts';

export const FIRST = dayFromCivil(2020, 1, 1);
export const STEPS = 1461;
export const RHO = 0.6;
export const FACTOR = 0.3;
const OWN = { north: 0.15, south: 0.1 } as const;
const RATE = { north: 0.5, south: 0.3 } as const;
const TRUCE = { first: 900, last: 1260 };
const WINDOW = { family: 'geometric', parameters: geometricForWindow(10), from: 1, to: 10 };
const HISTORY = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

/** The theatre with these what-ifs below its claims. */
export function borderTheatre(whatIfs: string): Theatre {
  return theatreOf(borderText(whatIfs));
}

export function borderText(whatIfs: string): string {
  return `tacit 1
theatre "A made border"
record "counts.csv" as counts per day
  covers ${formatDay(FIRST)} to ${formatDay(FIRST + STEPS - 1)}
  column north is North attacks South
  column south is South strikes North
actor North
actor South
source Gazette published ${formatDay(FIRST + STEPS)}
claim SouthAnswers by Gazette
  when North attacks South then South strikes North within 10 days
claim TruceHeld by Gazette
  truce between North and South from ${formatDay(FIRST + TRUCE.first)} to ${formatDay(FIRST + TRUCE.last)}
claim Many by Gazette
  more than 10 North attacks on South from 2020-01-01 to 2020-12-31
${whatIfs}`;
}

export function planOf(theatre: Theatre): Plan {
  return compile(theatre, { recordDays: null });
}

/** The counts of both columns, drawn from the truth. */
export function drawBorder(seed: number): Record<string, Float64Array> {
  const z = Float64Array.from({ length: STEPS }, (_, t) => (t >= TRUCE.first && t <= TRUCE.last ? 1 : 0));
  const made: DeclaredTheatre = {
    steps: STEPS,
    streams: (['north', 'south'] as const).map((name) => ({ name, logRate: Math.log(RATE[name]), psi: 0.3 })),
    rules: [
      { from: 'north', to: 'south', rho: RHO, delay: WINDOW },
      ...(['north', 'south'] as const).map((name) => ({
        from: name,
        to: name,
        rho: OWN[name],
        delay: HISTORY,
      })),
    ],
    modifiers: (['north', 'south'] as const).map((to) => ({ to, gamma: Math.log(FACTOR), z })),
  };
  return simulateCounts(made, seed);
}

/** The panel that the plan's streams count in these columns. */
export function panelOf(plan: Plan, columns: Record<string, Float64Array>): CountPanel {
  const counts = plan.streams.map((stream) => {
    const own = (stream.columns ?? []).map(({ column }) => columns[column]!);
    return Float64Array.from({ length: STEPS }, (_, t) => own.reduce((sum, one) => sum + one[t]!, 0));
  });
  return {
    first: FIRST,
    stepDays: 1,
    steps: STEPS,
    streams: plan.streams.map(({ id }) => id),
    counts,
    recorded: new Uint8Array(STEPS).fill(1),
    coverage: counts.map(() => new Float64Array(STEPS).fill(1)),
  };
}

export interface Scenario {
  readonly rho?: number;
  readonly factor?: { readonly north: number; readonly south: number };
}

/**
 * Expected totals of the next `days` days under the truth: the means are linear in the counts, so they follow from the
 * history without drawing.
 */
export function expectedTotals(
  history: Record<string, Float64Array>,
  days: number,
  { rho = RHO, factor = { north: 1, south: 1 } }: Scenario = {},
): { north: number; south: number } {
  const [window, own] = [delayWeights(WINDOW), delayWeights(HISTORY)];
  const north = [...history['north']!];
  const south = [...history['south']!];
  const sum = (counts: readonly number[], weights: Float64Array) =>
    weights.reduce((all, weight, lag) => all + weight * counts[counts.length - 1 - lag]!, 0);
  for (let day = 0; day < days; day++) {
    const next = factor.north * (RATE.north + OWN.north * sum(north, own));
    const answer = factor.south * (RATE.south + OWN.south * sum(south, own) + rho * sum(north, window));
    north.push(next);
    south.push(answer);
  }
  const total = (counts: readonly number[]) => counts.slice(-days).reduce((all, one) => all + one, 0);
  return { north: total(north), south: total(south) };
}
