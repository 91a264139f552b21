import type { KnownClaim } from './readKnownClaims.ts';
import { plainForm } from './readKnownClaims.ts';

/** A drafted claim as it is compared: its source, its passage, and its lines behind the head. */
export interface Compared {
  readonly source: string;
  readonly quotation: string;
  readonly lines: string;
}

export interface Match {
  /** The claim of the theatre that says this already. */
  readonly already: KnownClaim | null;
  /** Claims of the theatre that would say the same with other dates or numbers, or once a `?` is filled. */
  readonly like: readonly KnownClaim[];
}

/**
 * What a theatre already says of a drafted claim. It is there where the form is the same to the letter, whoever says it,
 * and where the same source hangs a claim on the same words: a person may have filled its `?` since.
 */
export function findKnown(known: readonly KnownClaim[], { source, quotation, lines }: Compared): Match {
  const form = plainForm(lines);
  const words = plainQuote(quotation);
  const said = known.find(
    (one) => one.source === source && one.quote !== null && plainQuote(one.quote) === words,
  );
  const same = said ?? known.find((one) => one.form === form && !form.includes('?'));
  if (same) return { already: same, like: [] };
  if (form.startsWith('untestable')) return { already: null, like: [] };
  const shape = shapeOf(form);
  return { already: null, like: known.filter((one) => shapeOf(one.form) === shape || fits(form, one.form)) };
}

function plainQuote(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The form without its dates and numbers. */
export function shapeOf(form: string): string {
  return form.replace(/\b\d{4}(?:-\d{2}){0,2}\b|\b\d+\b|\?/g, '·');
}

/** The known form is this one with its open places filled. */
function fits(form: string, known: string): boolean {
  if (!form.includes('?')) return false;
  const pattern = form
    .split('?')
    .map((part) => part.replace(/[.*+^${}()|[\]\\]/g, '\\$&'))
    .join('\\S+');
  return new RegExp(`^${pattern}$`, 'u').test(known);
}
