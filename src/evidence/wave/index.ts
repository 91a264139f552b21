export { decideWave } from './decideWave.ts';
export type * from './waveDecision.ts';
export type { WaveOptions, WavePair } from './wavePair.ts';
