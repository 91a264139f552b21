import { describe, expect, it } from 'vitest';
import {
  optimalPartition,
  randomStream,
  segmentCost,
  studentQuantile,
  type SegmentModel,
} from '../../src/stats/index.ts';
import { goldenIsMissing, readJson, readNumbers } from '../model/readGolden.ts';

/** Annual flow of the Nile at Aswan, 1871 to 1970 (data set `Nile` of R). */
const NILE = Float64Array.from([
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]);

interface Golden {
  readonly nile: { breakpoint_index: number; rss: number[]; bic_by_breaks: number; supF: number };
  readonly penalty: number;
  readonly min_segment: number;
}
type GoldenPartition = { changepoints_after_index_1based: number[]; objective: number };

/** The same minimum by trying every last change, without giving any start up. */
function tryAll(values: Float64Array, model: SegmentModel, penalty: number, shortest: number) {
  const cost = segmentCost(values, model);
  const best = [-penalty, ...Array.from(values, () => Infinity)];
  for (let t = shortest; t <= values.length; t++)
    for (let s = 0; s <= t - shortest; s++) best[t] = Math.min(best[t]!, best[s]! + cost.of(s, t) + penalty);
  return best[values.length]!;
}

describe.skipIf(goldenIsMissing)('optimalPartition against R', () => {
  it.each([
    ['poisson_on_poisson', 'poisson_two_changes', { kind: 'Poisson' }],
    ['poisson_on_nb_two_changes', 'nb_two_changes', { kind: 'Poisson' }],
    ['poisson_on_nb_no_change', 'nb_no_change', { kind: 'Poisson' }],
    ['nb_psi0.5_on_nb_two_changes', 'nb_two_changes', { kind: 'NB2', psi: 0.5 }],
    ['nb_psi0.5_on_nb_no_change', 'nb_no_change', { kind: 'NB2', psi: 0.5 }],
  ] as const)('%s', (name, column, model) => {
    const golden = readJson<Golden & Record<string, GoldenPartition>>('changepoints', 'result.json');
    const values = readNumbers('changepoints', 'data.csv')[column]!;
    const options = { penalty: golden.penalty, shortest: golden.min_segment };
    const found = optimalPartition(segmentCost(values, model), options);
    expect(found.changes).toEqual(golden[name]!.changepoints_after_index_1based);
    expect(found.objective).toBeCloseTo(golden[name]!.objective, 8);
  });

  it('finds the dam in the flow of the Nile, with the sums of squares, BIC and F of strucchange', () => {
    const { nile } = readJson<Golden>('changepoints', 'result.json');
    const cost = segmentCost(NILE, { kind: 'squares' });
    nile.rss.forEach((rss, index) => expect(cost.of(0, 15 + index)).toBeCloseTo(rss, 6));
    // Any penalty between what the first change gains and what a second would.
    const { changes, objective } = optimalPartition(cost, { penalty: 5e5, shortest: 15 });
    expect(changes).toEqual([nile.breakpoint_index]);
    const rss = objective - 5e5;
    const bic = 100 * (Math.log(rss / 100) + 1 + Math.log(2 * Math.PI)) + 4 * Math.log(100);
    expect(bic).toBeCloseTo(nile.bic_by_breaks, 8);
    expect((cost.of(0, 100) - rss) / (rss / 98)).toBeCloseTo(nile.supF, 8);
  });
});

describe('optimalPartition', () => {
  it('is exact although it gives starts up, for every model and shortest segment', () => {
    for (let draw = 0; draw < 20; draw++) {
      const random = randomStream(draw, 'made counts with changes');
      const levels = Array.from({ length: 6 }, () => 4 * random.uniform());
      const values = Float64Array.from({ length: 120 }, (_, t) =>
        random.negativeBinomial(levels[Math.floor(t / 20)]!, 0.3),
      );
      for (const shortest of [1, 2, 7, 30]) {
        for (const model of [
          { kind: 'NB2', psi: 0.3 },
          { kind: 'NB2', psi: 0 },
          { kind: 'squares' },
        ] as const) {
          const cost = segmentCost(values, model);
          const { changes, objective } = optimalPartition(cost, { penalty: 6, shortest });
          expect(objective).toBeCloseTo(tryAll(values, model, 6, shortest), 8);
          const bounds = [0, ...changes, 120];
          const parts = bounds.slice(1).map((to, index) => ({ from: bounds[index]!, to }));
          expect(Math.min(...parts.map(({ from, to }) => to - from))).toBeGreaterThanOrEqual(shortest);
          const sum = parts.reduce((total, { from, to }) => total + cost.of(from, to), 6 * changes.length);
          expect(objective).toBeCloseTo(sum, 8);
        }
      }
    }
  });

  it('needs two segments to change anything', () => {
    const cost = segmentCost(Float64Array.from([0, 0, 9, 9]), { kind: 'Poisson' });
    expect(optimalPartition(cost, { penalty: 0.1, shortest: 2 }).changes).toEqual([2]);
    expect(optimalPartition(cost, { penalty: 0.1, shortest: 3 }).changes).toEqual([]);
    const none = segmentCost(new Float64Array(0), { kind: 'Poisson' });
    expect(optimalPartition(none, { penalty: 1, shortest: 1 })).toEqual({ changes: [], objective: 0 });
  });
});

describe('studentQuantile', () => {
  it.each([
    [0.975, 1, 12.706204736432102],
    [0.95, 9, 1.8331129326536335],
    [0.05, 9, -1.8331129326536335],
    [0.995, 4, 4.604094871415897],
    [0.975, 1e6, 1.959966],
  ])('P(T ≤ t) = %d with %d degrees', (probability, degrees, t) => {
    expect(studentQuantile(probability, degrees)).toBeCloseTo(t, 6);
  });

  it('is undefined outside (0, 1) and without degrees', () => {
    expect([studentQuantile(1, 3), studentQuantile(0.9, 0)]).toEqual([NaN, NaN]);
  });
});
