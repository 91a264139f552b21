import { formatDay } from '../../calendar/index.ts';
import type { NameMention, Span, Voice } from '../article.ts';
import type { Declaration } from './draft.ts';
import type { Reading } from './findReading.ts';
import type { Naming } from './makeNaming.ts';
import { capitalise, quoted } from './tacitText.ts';

export interface Sources {
  /** The article itself, as a source of the draft. */
  readonly own: string;
  /** Whom a voice of the article cites, declared on first use; null where it names nobody, or the article itself. */
  readonly cited: (voice: Voice | null) => string | null;
}

const LONGEST = 4;

/** Declares the article as a source, and whom it cites as sources of their own. */
export function makeSources(
  reading: Reading,
  naming: Naming,
  known: ReadonlyMap<string, { readonly name: string; readonly kind: string }>,
): Sources {
  const { article } = reading;
  const label = labelOf(reading);
  const existing = known.get(label.toLowerCase());
  const published = article.published === null ? '?' : formatDay(article.published);
  const own =
    existing?.kind === 'source'
      ? existing.name
      : naming.free(sourceName(article.publisher ?? article.file.replace(/\.[a-z]+$/i, '')));
  if (existing?.kind !== 'source') {
    naming.declare(
      declared(own, `source ${own} ${quoted(label)} published ${published} reliability unrated`),
    );
  }
  const names = new Map<string, string>();
  const cited = (voice: Voice | null): string | null => {
    if (!voice?.source) return null;
    const words = wordsOf(article.text, voice.source);
    if (words === null || isOwn(words, article.publisher)) return null;
    const key = words.toLowerCase();
    const before = names.get(key);
    if (before !== undefined) return before;
    const name = naming.free(citedName(words, reading.names, voice.source));
    names.set(key, name);
    naming.declare(declared(name, `source ${name} ${quoted(`${words}, as cited by ${label}`)}`));
    return name;
  };
  return { own, cited };
}

function declared(name: string, tacit: string): Declaration {
  return { name, kind: 'source', tacit, written: [], origin: 'made' };
}

function labelOf({ article }: Reading): string {
  const byline = article.byline
    ? article.raw.slice(article.byline.start, article.byline.end).replace(/\s+/g, ' ')
    : '';
  const author = /^(?:[Bb][Yy]\s+)?((?:[\p{Lu}][\p{L}.'’-]*\s?){2,4})(?=,|\s[–—|-]|$)/u
    .exec(byline)?.[1]
    ?.trim();
  const publisher = article.publisher ?? article.file;
  return author && !publisher.includes(author) ? `${author}, ${publisher}` : publisher;
}

function sourceName(publisher: string): string {
  const parts = (publisher.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (part) => !/^(the|a|an|com|org|net|www)$/i.test(part),
  );
  const joined = parts.slice(0, LONGEST).map(capitalise).join('');
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(joined) ? joined : `Article${joined}`;
}

/** The words for a source without articles and pronouns; null where they name nobody. */
function wordsOf(text: string, { start, end }: Span): string | null {
  const words = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:the|a|an|some|many|several|various|most|other|these|those|all|our|my|his|her|its|their)\s+/i,
      '',
    )
    .trim();
  return words.length < 2 ||
    words.length > 60 ||
    /^(they|he|she|it|we|i|many|some|one|others|who)$/i.test(words)
    ? null
    : words;
}

/** "information obtained by The Cradle" in The Cradle. */
function isOwn(words: string, publisher: string | null): boolean {
  return publisher !== null && words.toLowerCase().includes(publisher.toLowerCase().replace(/^the\s+/, ''));
}

/** A state's own statement is another name than the state. */
function citedName(words: string, names: readonly NameMention[], span: Span): string {
  const actor = names.find(
    ({ entry, start, end }) => entry !== null && start >= span.start && end <= span.end,
  );
  const parts = (words.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (part) => !/^(the|of|a|an|by|to|and)$/i.test(part),
  );
  const joined = parts.slice(0, LONGEST).map(capitalise).join('');
  const plain = /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(joined) ? joined : `Source${joined}`;
  return actor && actor.end - actor.start >= words.length - 1
    ? `${capitalise(actor.entry?.id ?? plain)}Statement`
    : plain;
}
