/** The shared hidden wave: one likelihood, the exact test, a whole decision. */
import { decideWave } from '../src/evidence/wave/index.ts';
import { chainModel } from '../src/evidence/wave/chainModel.ts';
import { fitPlain } from '../src/evidence/wave/fitPlain.ts';
import { fitWave } from '../src/evidence/wave/fitWave.ts';
import { startCurvature } from '../src/evidence/wave/startCurvature.ts';
import { waveDesign } from '../src/evidence/wave/waveDesign.ts';
import { waveLikelihood } from '../src/evidence/wave/waveLikelihood.ts';
import { makeRecord } from '../test/evidence/wave/makeRecord.ts';
import type { BenchRow } from './run.ts';

const DAYS = 1500;
const RECORDS = 8;

/** Mean over several made records, after one round to warm up. */
function meanMs(work: (index: number) => void, count = RECORDS): number {
  work(0);
  const from = performance.now();
  for (let k = 0; k < count; k++) work(k);
  return (performance.now() - from) / count;
}

const waves = Array.from({ length: RECORDS }, (_, k) =>
  makeRecord({ days: DAYS, wave: { tau: 10, sd: 1 } }, k, 'bench wave'),
);
const rules = Array.from({ length: RECORDS }, (_, k) =>
  makeRecord({ days: DAYS, rhoAB: 0.45, rhoBA: 0.45 }, k, 'bench rules'),
);
const calm = Array.from({ length: RECORDS }, (_, k) => makeRecord({ days: DAYS }, k, 'bench calm'));

const row = (name: string, peerMs: number | null, work: () => number): BenchRow => ({
  name: `${name}, ${DAYS} days`,
  run: () =>
    Promise.resolve(
      peerMs === null ? { tacitMs: work() } : { tacitMs: work(), peer: 'first sketch, one start', peerMs },
    ),
});

export const rows: readonly BenchRow[] = [
  row('wave likelihood with gradient', null, () => {
    const design = waveDesign(waves[0]!);
    const likelihood = waveLikelihood(design, 0);
    const theta = fitPlain(design).none.point.slice();
    theta.fill(0.7, -3);
    const gradient = new Float64Array(theta.length);
    return meanMs(() => void likelihood(theta, gradient), 100);
  }),
  row('plain test, both streams', 8, () => meanMs((k) => void fitPlain(waveDesign(waves[k]!)))),
  row('exact wave, null and alternative (both answer)', null, () =>
    meanMs((k) => {
      const design = waveDesign(rules[k]!);
      fitWave(chainModel(design, 0, startCurvature(design, 1)), fitPlain(design));
    }),
  ),
  row('decision that ends at the plain test', null, () =>
    meanMs((k) => void decideWave(calm[k]!, { power: false })),
  ),
  row('decision that mostly ends at T1 (a wave)', 128, () =>
    meanMs((k) => void decideWave(waves[k]!, { power: false })),
  ),
  row('decision that reaches every test (both answer)', 460, () =>
    meanMs((k) => void decideWave(rules[k]!, { power: false })),
  ),
];
