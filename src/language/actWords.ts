import { STANDARD_ACTS } from './standardActs.ts';

/** Past forms that do not end in -ed. */
const PAST_FORMS: Readonly<Record<string, string>> = {
  struck: 'strike',
  shot: 'shoot',
  fought: 'fight',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  lost: 'lose',
  met: 'meet',
  said: 'say',
  held: 'hold',
  took: 'take',
  seized: 'seize',
  broke: 'break',
  blew: 'blow',
  drove: 'drive',
  sent: 'send',
};

/**
 * The act a written word names: itself or its singular (`strikes` → strike, `clashes` → clash, `parries` → parry),
 * looked for among the declared acts first, then among the standard ones. Null where it names none of them.
 */
export function actNamed(word: string, declared: ReadonlySet<string>): string | null {
  const spellings = [word, ...singularsOf(word)];
  return (
    spellings.find((spelling) => declared.has(spelling)) ??
    spellings.find((spelling) => Object.hasOwn(STANDARD_ACTS, spelling)) ??
    null
  );
}

/** The act of which a word that names no act is the past: `struck`, `attacked`, `parried`. Null where there is none. */
export function actOfPast(word: string, declared: ReadonlySet<string>): string | null {
  const known = (spelling: string): boolean =>
    declared.has(spelling) || Object.hasOwn(STANDARD_ACTS, spelling);
  const irregular = Object.hasOwn(PAST_FORMS, word) ? PAST_FORMS[word] : undefined;
  if (irregular !== undefined && known(irregular)) return irregular;
  if (!word.endsWith('ed')) return null;
  const stem = word.slice(0, -2);
  const spellings = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')];
  return spellings.find(known) ?? null;
}

/** The plural or third person of an act: strike → strikes, clash → clashes, parry → parries. */
export function pluralOf(act: string): string {
  if (/(s|x|z|ch|sh)$/.test(act)) return `${act}es`;
  if (/[^aeiou]y$/.test(act)) return `${act.slice(0, -1)}ies`;
  return `${act}s`;
}

function singularsOf(word: string): string[] {
  return [
    word.endsWith('s') ? word.slice(0, -1) : null,
    word.endsWith('es') ? word.slice(0, -2) : null,
    word.endsWith('ies') ? `${word.slice(0, -3)}y` : null,
  ].filter((spelling) => spelling !== null && pluralOf(spelling) === word) as string[];
}
