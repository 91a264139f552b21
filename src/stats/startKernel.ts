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
/** Codes of characters. */
const [SPACE, DIGIT_0, LETTER_A] = [32, 48, 97];
/** What lies below belongs to the compiler. */
export const FIRST_BYTE = 1024;

/** A module of the folder `kernel`, from its bytes in hexadecimal digits, with a memory of its own. */
export function startKernel<Exports extends object>(
  digits: string,
): Exports & { readonly memory: KernelMemory } {
  const bytes = readDigits(digits);
  const memory = new WebAssembly.Memory({ initial: PAGES });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { ...(exports as Exports), memory };
}

/** Lower-case digits, two a byte, in lines. */
function readDigits(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length >> 1);
  let read = 0;
  for (let k = 0; k < digits.length; k++) {
    const code = digits.charCodeAt(k);
    if (code <= SPACE) continue;
    const half = code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10;
    bytes[read >> 1] = (bytes[read >> 1]! << 4) | half;
    read++;
  }
  return bytes.subarray(0, read >> 1);
}
