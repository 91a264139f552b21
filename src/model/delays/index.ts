export type { DelayChoice, DelayFamily, DelayScale } from './delayFamily.ts';
export { DELAY_FAMILIES, delayWeightDerivatives, delayWeights, findDelayFamily } from './delayWeights.ts';
export { geometricForWindow } from './geometricForWindow.ts';
export { fromWorkingScale } from './fromWorkingScale.ts';
export { slopeOfWorkingScale } from './slopeOfWorkingScale.ts';
export { toWorkingScale } from './toWorkingScale.ts';
