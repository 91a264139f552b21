import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** What is known of the half of a file: only with it can the rest be asked for. */
export interface PartFacts {
  readonly address: string;
  /** What tells this version of the file from another: its ETag, else when it was last changed. */
  readonly validator: string;
}

export interface PartFile {
  readonly path: string;
  /** Bytes that can be kept, with the validator to ask for the rest; null where there is nothing to go on from. */
  begun(): { readonly bytes: number; readonly validator: string } | null;
  /** Notes the version of the file that is being fetched; null where the server names none. */
  note(validator: string | null): void;
  discard(): void;
}

/** The half of a file beside it (`.part`), with a note of which version it is half of (`.part.json`). */
export function partFile(target: string, address: string): PartFile {
  const path = `${target}.part`;
  const notePath = `${path}.json`;
  return {
    path,
    begun: () => {
      const facts = readFacts(notePath);
      if (facts?.address !== address || !existsSync(path)) return null;
      const bytes = statSync(path).size;
      return bytes > 0 ? { bytes, validator: facts.validator } : null;
    },
    note: (validator) => {
      if (validator === null) rmSync(notePath, { force: true });
      else writeFileSync(notePath, JSON.stringify({ address, validator } satisfies PartFacts));
    },
    discard: () => {
      rmSync(path, { force: true });
      rmSync(notePath, { force: true });
    },
  };
}

function readFacts(path: string): PartFacts | null {
  try {
    const facts = JSON.parse(readFileSync(path, 'utf8')) as Partial<PartFacts>;
    return typeof facts.address === 'string' && typeof facts.validator === 'string'
      ? { address: facts.address, validator: facts.validator }
      : null;
  } catch {
    // A note that is lost or torn only means that the file is fetched from its beginning.
    return null;
  }
}
