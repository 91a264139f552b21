import { choleskyFactor } from '../../stats/index.ts';
import { modelBounds } from './modelBounds.ts';
import { waveInformation } from './waveInformation.ts';
import type { WaveModel } from './waveModel.ts';

/**
 * What the record can say about rho once everything else has to be estimated too: I_rr − I_rn I_nn⁻¹ I_nr at the null
 * with a wave, from the outer product of daily gradients; parameters at a bound count as known. Null when nothing
 * can be said (no triggers, no events).
 */
export function answerInformation(model: WaveModel, theta: Float64Array): number | null {
  const { layout } = model.design;
  const information = waveInformation(model.design, model.shift, theta);
  const { lower, upper } = modelBounds(model, 'answer');
  const places: number[] = [];
  for (let k = 0; k < layout.size; k++) {
    if (k !== layout.answer && theta[k]! > lower[k]! + 1e-6 && theta[k]! < upper[k]! - 1e-6) places.push(k);
  }
  places.push(layout.answer);
  const m = places.length;
  const matrix = new Float64Array(m * m);
  for (let p = 0; p < m; p++) {
    for (let q = 0; q < m; q++) matrix[p * m + q] = information[places[p]! * layout.size + places[q]!]!;
    // Without a wave tau has no information: a grain keeps the factor alive and changes nothing else.
    matrix[p * m + p] = matrix[p * m + p]! * (1 + 1e-9) + 1e-9;
  }
  if (choleskyFactor(matrix, m) >= 0) return null;
  const remaining = matrix[m * m - 1]! ** 2;
  return remaining > 1e-6 ? remaining : null;
}
