import { growMemory, startKernel, type KernelMemory } from '../../stats/index.ts';
import { CHAIN_BYTES } from './generated/chainBytes.ts';
import type { SmoothKernel } from './smoothKernel.ts';

type Forward = (
  ...of: readonly [
    ...[positions: number, levels: number, streams: number, records: number, thetas: number],
    ...[law: number, emission: number, alpha: number, scale: number, room: number],
  ]
) => number;
type Backward = (
  ...of: readonly [
    ...[positions: number, levels: number, streams: number, records: number, thetas: number],
    ...[leaps: number, law: number, zeta: number, emission: number, alpha: number, scale: number],
    ...[room: number],
  ]
) => number;

/** The compiled recursions of the folder `kernel`; pointers are bytes into `memory`. */
export interface ChainKernel extends SmoothKernel {
  readonly memory: KernelMemory;
  means(record: number, days: number): void;
  pullBack(record: number, days: number): void;
  plainValue(record: number, days: number): number;
  plainInformation(record: number, days: number, matrix: number): number;
  readonly forward: Forward;
  readonly backward: Backward;
  /** The same in single precision, four levels at once. */
  readonly forwardSingle: Forward;
  readonly backwardSingle: Backward;
  information(
    ...of: readonly [
      ...[positions: number, levels: number, streams: number, records: number, thetas: number],
      ...[leaps: number, law: number, zeta: number, emission: number, alpha: number, scale: number],
      ...[parameters: number, tau: number, tangents: number, sums: number, step: number, matrix: number],
      ...[room: number],
    ]
  ): void;
}

let kernel: ChainKernel | null = null;
let owner: object | null = null;

/**
 * The kernel with memory for at least `bytes`, and whether `asking` was the last to use it: then what it wrote there before is
 * still there. One memory serves all likelihoods, each for the time of one evaluation.
 */
export function borrowKernel(
  asking: object,
  bytes: number,
): { readonly kernel: ChainKernel; readonly kept: boolean } {
  kernel ??= startKernel<Omit<ChainKernel, 'memory'>>(CHAIN_BYTES);
  const kept = owner === asking;
  owner = asking;
  growMemory(kernel.memory, bytes);
  return { kernel, kept };
}
