export { bootstrapWave, type WaveBootstrap } from './bootstrapWave.ts';
export { countAsLarge, type AskedWave } from './countAsLarge.ts';
export { decideWave } from './decideWave.ts';
export type { WaveThresholds } from './thresholds.ts';
export type * from './waveDecision.ts';
export type { WaveOptions, WavePair } from './wavePair.ts';
