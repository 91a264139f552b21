/** What a compiled module works on: bytes that both sides read and write. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What is used of WebAssembly: part of every engine that runs this, though not of the language's own library. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => KernelMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/**
 * Pages of memory at the start, more than ten years by day take. A memory that grows leaves its bytes behind in another
 * place, and with them the engine drops all that it has compiled on arrays so far; what is not written to costs nothing.
 */
const PAGES = 256;
/** What lies below belongs to the compiler. */
export const FIRST_BYTE = 1024;

/** A module of the folder `kernel`, from its bytes in hexadecimal digits, with a memory of its own. */
export function startKernel<Exports extends object>(
  digits: string,
): Exports & { readonly memory: KernelMemory } {
  const plain = digits.replace(/\s/g, '');
  const bytes = Uint8Array.from({ length: plain.length / 2 }, (_, k) =>
    Number.parseInt(plain.slice(2 * k, 2 * k + 2), 16),
  );
  const memory = new WebAssembly.Memory({ initial: PAGES });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { ...(exports as Exports), memory };
}
