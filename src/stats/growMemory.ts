import type { KernelMemory } from './startKernel.ts';

const PAGE = 65_536;

/** Makes a memory at least so many bytes large; what was in it stays. */
export function growMemory(memory: KernelMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
