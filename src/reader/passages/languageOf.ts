import { franc } from 'franc';

export type Language =
  | { readonly kind: 'english' }
  /** `name` for people. */
  | { readonly kind: 'other'; readonly name: string }
  /** Too short or too mixed to tell. */
  | { readonly kind: 'unknown' };

/** Fewer letters tell nothing reliable. */
const SHORTEST = 120;
const LONGEST = 20_000;

const NAMES: Readonly<Record<string, string>> = {
  arb: 'Arabic', ara: 'Arabic', pes: 'Persian', prs: 'Dari', heb: 'Hebrew', tur: 'Turkish', azj: 'Azerbaijani', rus: 'Russian', ukr: 'Ukrainian', bel: 'Belarusian',
  fra: 'French', spa: 'Spanish', por: 'Portuguese', deu: 'German', ita: 'Italian', nld: 'Dutch', pol: 'Polish', ces: 'Czech', slk: 'Slovak', hun: 'Hungarian', ron: 'Romanian',
  bul: 'Bulgarian', srp: 'Serbian', hrv: 'Croatian', bos: 'Bosnian', ell: 'Greek', kor: 'Korean', jpn: 'Japanese', cmn: 'Chinese', vie: 'Vietnamese', tha: 'Thai', ind: 'Indonesian',
  swh: 'Swahili', amh: 'Amharic', som: 'Somali', hau: 'Hausa', urd: 'Urdu', hin: 'Hindi', ben: 'Bengali', kat: 'Georgian', hye: 'Armenian', swe: 'Swedish', dan: 'Danish', nob: 'Norwegian', fin: 'Finnish', ckb: 'Kurdish', kmr: 'Kurdish',
}; // prettier-ignore

const SMALL_WORDS =
  /\b(the|of|and|to|in|that|is|was|for|on|with|as|by|at|from|are|were|has|have|had|it|its|this|not|be|an|which|their)\b/gi;
/** In English prose about two of five words in small letters are among these; in other languages one of eight at most. */
const ENGLISH_SHARE = 0.25;

/** In what language a text is written. English small words decide first, since names in an article confuse the rest. */
export function languageOf(text: string): Language {
  const part = text.slice(0, LONGEST);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  if (letters < SHORTEST) return { kind: 'unknown' };
  // Names are left aside: they are foreign in any language.
  const words = part.match(/(?<!\p{L})\p{Ll}\p{L}*/gu)?.length ?? 0;
  if ((part.match(SMALL_WORDS)?.length ?? 0) / Math.max(1, words) >= ENGLISH_SHARE && words >= 10)
    return { kind: 'english' };
  const code = franc(part, { minLength: SHORTEST });
  if (code === 'eng' || code === 'sco') return { kind: 'english' };
  if (code === 'und') return { kind: 'unknown' };
  return { kind: 'other', name: NAMES[code] ?? `a language other than English (${code})` };
}
