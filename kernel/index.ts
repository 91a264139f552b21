/**
 * The hidden wave over all days and levels, written in AssemblyScript so that two levels are worked on at once; `npm run
 * kernel` turns this folder into the bytes that `src/evidence/wave/chainKernel.ts` runs. The formulas are those of
 * `waveLikelihood.ts` and `waveInformation.ts`; `chainMemory.ts` says where everything lies. Beside it the streams without a wave.
 *
 * Rows have an even number of entries: where the number of levels is odd, one more repeats the last and has no weight. So do
 * columns of days. All numbers are f64 and all pointers and indices i32, little-endian. `recursionsSingle.ts` keeps what belongs
 * to a level in f32, in rows of twelve.
 */
export { means, pullBack } from './rates';
export { backward, forward } from './recursions';
export { backwardSingle, forwardSingle } from './recursionsSingle';
export { information } from './information';
export { plainInformation, plainValue } from './plain';
export { factor, fallingDirection, invert, solve } from './banded';
export { priorSlopes } from './prior';
export { lines } from './lines';
export { findMode, modeSteps } from './mode';
export { addGradient, informationSlopes, product, slopesAt } from './smooth';
