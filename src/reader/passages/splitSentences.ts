import type { Span } from '../article.ts';
import { trimSpan } from './splitBlocks.ts';

/** Abbreviations after which a sentence may go on with a capital letter. */
const ALWAYS_GOES_ON = new Set(
  'gen lt col maj capt sgt cmdr adm brig mr mrs ms dr prof sen rep gov pres st rev hon fr sr vs no nos jan feb mar apr jun jul aug sep sept oct nov dec fig vol art ch sec e.g i.e cf approx est al mt ft'.split(
    ' ',
  ),
);
/** Abbreviations that may also end a sentence: the next word decides. */
const MAY_END = new Set('u.s u.k u.n e.u u.a.e p.m a.m d.c u.s.s.r inc ltd co corp jr etc ph.d'.split(' '));
const STARTERS = new Set(
  'the a an this that these those he she it they we i you in on at by for from as but and or if when while after before since although however meanwhile there its his her their our some many most all both'.split(
    ' ',
  ),
);

/**
 * Sentences of a stretch of text. A full stop ends one unless it belongs to an abbreviation, an initial or a number, or
 * the next letter is small; quotation marks and brackets that close belong to the sentence they close.
 */
export function splitSentences(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    const sign = text[at] ?? '';
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '\u2026') continue;
    let after = at + 1;
    while (after < end && /[.!?\u2026"')\]]/.test(text[after] ?? '')) after += 1;
    if (after < end && !/\s/.test(text[after] ?? '')) {
      // A missing space after a full stop: "region.The"
      if (!(
        sign === '.' &&
        /[a-z)]/.test(text[at - 1] ?? '') &&
        /^[A-Z][a-z]/.test(text.slice(after, after + 2)) &&
        !/\w\.\w/.test(text.slice(at - 2, at))
      )) {
        at = after - 1;
        continue;
      }
    }
    if (after < end && !endsHere(text, from, at, after, end)) {
      at = after - 1;
      continue;
    }
    sentences.push(trimSpan(text, { start: from, end: after }));
    from = after;
    at = after - 1;
  }
  const rest = trimSpan(text, { start: from, end });
  if (rest.end > rest.start) sentences.push(rest);
  return sentences.filter((sentence) => sentence.end > sentence.start);
}

function endsHere(text: string, from: number, at: number, after: number, end: number): boolean {
  const next =
    /^\s*["'([]*([\p{L}\p{N}][\p{L}\p{N}'.]*)?/u.exec(text.slice(after, Math.min(end, after + 60)))?.[1] ??
    '';
  if (next === '') return true;
  if (/^\p{Ll}/u.test(next)) return false;
  if (text[at] !== '.') return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(from, at - 24), at))?.[0] ?? '';
  const small = word.toLowerCase();
  if (MAY_END.has(small)) return STARTERS.has(next.toLowerCase());
  // "No. 5", "Gen. Smith", but "The answer was no. They left."
  if (ALWAYS_GOES_ON.has(small))
    return small === 'no'
      ? !/^\d/.test(next)
      : /^(mar|no|art|sec|al|est|st)$/.test(small) && STARTERS.has(next.toLowerCase());
  // An initial: "J. Smith"; the pronoun or a letter at the end of a sentence is rarer.
  if (/^\p{Lu}$/u.test(word)) return STARTERS.has(next.toLowerCase());
  if (/^(\p{Lu}\.)+\p{Lu}$/u.test(word)) return STARTERS.has(next.toLowerCase());
  return true;
}
