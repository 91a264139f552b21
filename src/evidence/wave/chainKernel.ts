import { CHAIN_BYTES } from './generated/chainBytes.ts';
import type { SmoothKernel } from './smoothKernel.ts';

/** The compiled recursions of the folder `kernel`; pointers are bytes into `memory`. */
export interface ChainKernel extends SmoothKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  means(record: number, days: number): void;
  pullBack(record: number, days: number): void;
  forward(
    ...of: readonly [
      ...[positions: number, levels: number, streams: number, records: number, thetas: number],
      ...[law: number, emission: number, alpha: number, scale: number, room: number],
    ]
  ): number;
  backward(
    ...of: readonly [
      ...[positions: number, levels: number, streams: number, records: number, thetas: number],
      ...[leaps: number, law: number, zeta: number, emission: number, alpha: number, scale: number],
      ...[room: number],
    ]
  ): number;
  information(
    ...of: readonly [
      ...[positions: number, levels: number, streams: number, records: number, thetas: number],
      ...[leaps: number, law: number, zeta: number, emission: number, alpha: number, scale: number],
      ...[parameters: number, tau: number, tangents: number, sums: number, step: number, matrix: number],
      ...[room: number],
    ]
  ): void;
}

/** What is used of WebAssembly: part of every engine that runs this, though not of the language's own library. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => ChainKernel['memory'];
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

const PAGE = 65_536;
/** What lies below belongs to the compiler. */
export const FIRST_BYTE = 1024;

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
  kernel ??= startKernel();
  const kept = owner === asking;
  owner = asking;
  const missing = bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
  return { kernel, kept };
}

function startKernel(): ChainKernel {
  const digits = CHAIN_BYTES.replace(/\s/g, '');
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, k) =>
    Number.parseInt(digits.slice(2 * k, 2 * k + 2), 16),
  );
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { ...(exports as Omit<ChainKernel, 'memory'>), memory };
}
