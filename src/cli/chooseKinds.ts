import { MADE_KINDS, type MadeKind } from '../evidence/index.ts';
import { didYouMean } from '../language/index.ts';
import type { Outcome } from '../host/index.ts';

/** The kinds a person named, in the order of the table: by name, else all whose name holds the words. */
export function chooseKinds(names: readonly string[] | undefined): Outcome<readonly MadeKind[]> {
  if (names === undefined) return { ok: true, value: MADE_KINDS };
  const chosen = new Set<MadeKind>();
  for (const name of names) {
    const words = bare(name);
    const exact = MADE_KINDS.filter((kind) => bare(kind.name) === words);
    const found = exact.length > 0 ? exact : MADE_KINDS.filter((kind) => bare(kind.name).includes(words));
    if (words === '' || found.length === 0) return { ok: false, message: wordUnknown(name) };
    for (const kind of found) chosen.add(kind);
  }
  return { ok: true, value: MADE_KINDS.filter((kind) => chosen.has(kind)) };
}

/** Small letters, figures and points, so that `wave-10-days` and `Wave 10 days` are the same. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
}

function wordUnknown(name: string): string {
  const kinds = MADE_KINDS.map((kind) => kind.name);
  const meant = didYouMean(
    name,
    kinds.map((kind) => ({ name: kind, also: [] })),
  );
  return `There is no kind of made records called “${name}”.${meant ? ` Did you mean “${meant.name}”?` : ''}\n  Kinds: ${kinds.join('; ')}.`;
}
