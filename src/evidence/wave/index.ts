export { bootstrapWave, type WaveBootstrap } from './bootstrapWave.ts';
export { countAsLarge, type AskedWave } from './countAsLarge.ts';
export type * from './furtherTests.ts';
export { decideWave, type DecideOptions } from './decideWave.ts';
export { runFurther } from './runFurther.ts';
export type { WaveThresholds } from './thresholds.ts';
export type * from './waveDecision.ts';
export type { WaveOptions, WavePair } from './wavePair.ts';
