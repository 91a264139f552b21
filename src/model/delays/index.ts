export type { DelayChoice, DelayFamily } from './delayFamily.ts';
export { DELAY_FAMILIES, delayWeightDerivatives, delayWeights } from './delayWeights.ts';
export { geometricForWindow } from './geometricForWindow.ts';
