export type { DelayChoice, DelayFamily, DelayScale } from './delayFamily.ts';
export { DELAY_FAMILIES, delayWeightDerivatives, delayWeights, findDelayFamily } from './delayWeights.ts';
export { geometricForWindow } from './geometricForWindow.ts';
export { fromWorkingScale, slopeOfWorkingScale, toWorkingScale } from './workingScale.ts';
