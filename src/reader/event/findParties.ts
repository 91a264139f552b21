import type { NameMention } from '../article.ts';
import type { ActWord } from './findActWords.ts';
import type { NounPhrase } from './findNounPhrases.ts';
import { PEOPLE, bracketed, isTime, lastComma, type Clause } from './clause.ts';
import { subjectOf } from './subjectOf.ts';
import type { Word } from './tagSentence.ts';

export interface Parties {
  readonly doers: readonly NameMention[];
  readonly targets: readonly NameMention[];
}

const WHERE = new Set([
  'in',
  'near',
  'at',
  'around',
  'inside',
  'outside',
  'over',
  'across',
  'throughout',
  'since',
  'after',
  'before',
  'during',
  'until',
  'as',
  'from',
]);
const AIMED = new Set([
  'on',
  'against',
  'at',
  'upon',
  'toward',
  'towards',
  'to',
  'with',
  'targeting',
  'for',
  'of',
]);
const ACT_NOUN =
  /^(attack|strike|raid|rocket|missile|drone|fire|operation|response|force|violence|bombing|shelling)s?$/;
/** What forces have, and what of theirs is struck. */
const OWNED =
  /^(?:convoy|position|post|outpost|base|patrol|soldier|troop|fighter|man|checkpoint|vehicle|camp|force|unit|member|depot|barracks|ship|vessel|aircraft|garrison|headquarters|element|combatant|militant|commander|officer|drone|warplane|jet)s?$/;
const REPORTING = /^(say|report|tell|announce|add|state|note|claim|write|quote)$/;

/** Who acts on whom in one act of a sentence; several where names are joined by "and". */
export function findParties(clause: Clause, act: ActWord): Parties {
  return act.nominal ? partiesOfNoun(clause, act) : partiesOfVerb(clause, act);
}

function partiesOfVerb(clause: Clause, act: ActWord): Parties {
  const { words } = clause;
  const subject = subjectOf(clause, act.first);
  const asked = obliged(clause, act.first, subject);
  if (asked) return asked;
  if (isPassive(words, act.first)) {
    const by = clause.phrases.find(
      (phrase) =>
        phrase.first > act.last &&
        (phrase.preposition === 'by' ||
          /^(attributed|blamed|ascribed)$/.test(clause.words[phrase.first - 2]?.lower ?? '')),
    );
    return {
      doers: by ? peopleOf(clause, by) : [],
      targets: subject ? peopleOf(clause, subject) : objectOf(clause, act, subject),
    };
  }
  const doers = subject ? peopleOf(clause, subject) : [];
  return { doers, targets: objectOf(clause, act, subject).filter((name) => !doers.includes(name)) };
}

function partiesOfNoun(clause: Clause, act: ActWord): Parties {
  const { words, phrases } = clause;
  const own = phrases.find(({ first, last }) => first <= act.last && act.last <= last);
  const starts = words[act.first]?.start ?? 0;
  const within = own ? own.names.filter((name) => name.start < starts) : [];
  const after = phrases.filter((phrase) => phrase.first > act.last);
  const between = after[0]?.preposition === 'between' ? peopleOf(clause, after[0]) : [];
  if (between.length > 1) return { doers: between.slice(0, 1), targets: between.slice(1) };
  // "Turkish-Kurdish clashes", "US-Iran talks": one with the other.
  const [one, other] = within;
  if (
    one &&
    other &&
    within.length === 2 &&
    words
      .slice(0, act.first)
      .some(({ text, start: at }) => /^[-–]$/.test(text) && at >= one.end && at < other.start)
  ) {
    return { doers: [one], targets: [other] };
  }
  const by = after.find(({ preposition }, index) => preposition === 'by' && index < 3);
  const governed = governor(clause, act.first);
  const subject = governed === null ? null : subjectOf(clause, governed);
  // "its forces were targeted in a rocket attack attributed to X": the subject suffers, X is said to act.
  const suffers = governed !== null && isPassive(words, governed);
  const blamed = after.find(({ first }) =>
    /^(attributed|blamed|claimed|ascribed)$/.test(words[first - 2]?.lower ?? ''),
  );
  const doers = namedDoers(clause, within, [by, blamed, suffers ? null : subject]);
  const aimed = after.find(
    (phrase) =>
      AIMED.has(phrase.preposition ?? words[phrase.first - 1]?.lower ?? '') &&
      !isTime(words, phrase) &&
      !(ACT_NOUN.test(phrase.head) && phrase.names.length === 0) &&
      phrase !== by,
  );
  const target = aimed === blamed ? null : aimed;
  const hit = suffers && subject ? subject : target;
  const aimedAt = hit ? peopleOf(clause, hit) : [];
  const targets = aimedAt.length > 0 ? aimedAt : objectOf(clause, { ...act, first: act.last }, own ?? null);
  return { doers, targets: targets.filter((name) => !doers.includes(name)) };
}

/** Who does what a noun names: who stands before it, else the first phrase that can be its doer. */
function namedDoers(
  clause: Clause,
  within: readonly NameMention[],
  others: readonly (NounPhrase | null | undefined)[],
): readonly NameMention[] {
  if (within.length > 0) return within;
  const other = others.find((phrase) => phrase !== null && phrase !== undefined);
  return other ? peopleOf(clause, other) : [];
}

/** "A said that B must stop": A asks B. */
function obliged(clause: Clause, verb: number, subject: NounPhrase | null): Parties | null {
  const { words } = clause;
  const must = words.slice(Math.max(0, verb - 3), verb + 1).some(({ lower }) => lower === 'must');
  const told = words.findIndex(
    ({ lemma, tag }, index) =>
      index < verb &&
      tag === 'VERB' &&
      /^(say|announce|reiterate|insist|stress|conclude|demand|declare|warn|tell|remind|state|argue)$/.test(
        lemma,
      ),
  );
  if (!must || told === -1 || !subject) return null;
  const speaker = subjectOf(clause, told);
  return speaker && speaker !== subject
    ? { doers: peopleOf(clause, speaker), targets: peopleOf(clause, subject) }
    : null;
}

/** The nearest verb that carries a noun: "launched strikes". */
function governor({ words }: Clause, index: number): number | null {
  for (let at = index - 1; at >= 0 && at >= index - 8; at -= 1) {
    const word = words[at];
    if (!word || /^[,;:.]$/.test(word.text)) return null;
    if (word.tag === 'VERB') return at;
  }
  return null;
}

function isPassive(words: readonly Word[], verb: number): boolean {
  const word = words[verb];
  if (!word || word.lower === word.lemma || /ing$/.test(word.lower))
    return /^(hit|shot|cut)$/.test(word?.lower ?? '') && hasBe(words, verb);
  return hasBe(words, verb) || words[verb + 1]?.lower === 'by';
}

function hasBe(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at -= 1) {
    const word = words[at];
    if (word?.lemma === 'be' || word?.lower === 'been') return true;
    if (word?.tag !== 'ADV' && word?.tag !== 'PART' && word?.tag !== 'AUX') return false;
  }
  return false;
}

/** The first name behind an act that it can be aimed at; a place where nothing better is named. */
function objectOf(clause: Clause, act: ActWord, subject: NounPhrase | null): readonly NameMention[] {
  const { words, phrases } = clause;
  const end = reportingFrom(words);
  const begin = words[act.first]?.end ?? 0;
  const after = phrases.filter(
    (phrase) =>
      phrase.last > act.first &&
      phrase.first < end &&
      phrase !== subject &&
      !isTime(words, phrase) &&
      !bracketed(words, phrase) &&
      (phrase.first > act.last || phrase.names.some((name) => name.start >= begin)),
  );
  const named = after.filter(({ names }) => names.some((name) => name.start >= begin));
  const direct = named.find(({ preposition }) => !WHERE.has(preposition ?? ''));
  const close = after.find(
    ({ first, head, preposition }) =>
      first <= act.last + 3 && PEOPLE.test(head) && !WHERE.has(preposition ?? ''),
  );
  // A place near by is meant rather than a name far off: "lifted a curfew in Montenegro where …".
  const near =
    named[0] && direct && named[0].first <= act.last + 3 && direct.first > named[0].last + 4
      ? named[0]
      : null;
  const people = close && (!direct || close.last < direct.first - 3) && !near ? close : null;
  const chosen = people ?? near ?? direct ?? named[0] ?? after.find(({ head }) => PEOPLE.test(head));
  return chosen ? peopleOf(clause, chosen).filter(({ start }) => start >= begin) : [];
}

/** Where ", officials said" begins at the end of a sentence. */
function reportingFrom(words: readonly Word[]): number {
  for (let at = words.length - 1; at > 2; at -= 1) {
    const word = words[at];
    if (word && REPORTING.test(word.lemma) && word.tag !== 'NOUN') {
      const comma = lastComma(words, at);
      if (comma > 3 && at - comma < 9) return comma;
    }
    if (word?.lower === 'according') return at;
  }
  return words.length;
}

/** The names of a phrase and of those joined to it; where it has none, the phrase itself stands as an unknown name. */
function peopleOf(clause: Clause, phrase: NounPhrase): readonly NameMention[] {
  const { words, phrases } = clause;
  const next =
    words[phrase.last + 1]?.lower === 'and'
      ? phrases.find(({ first }) => first === phrase.last + 2)
      : undefined;
  const before =
    words[phrase.first - 1]?.lower === 'and'
      ? phrases.find(({ last }) => last === phrase.first - 2)
      : undefined;
  const joined = [
    ...(before && before.names.length > 0 && before.preposition === null ? namesOf(clause, before) : []),
    ...namesOf(clause, phrase),
  ];
  return next && next.names.length > 0 ? [...joined, ...namesOf(clause, next)] : joined;
}

function namesOf(
  { sentence, words, phrases }: Clause,
  { names, first, last, head }: NounPhrase,
): readonly NameMention[] {
  const actor = names.find(({ role }) => role !== 'place') ?? names[0];
  if (actor) return [actor];
  // "Convoys of the Malian army": whose they are.
  const owner =
    OWNED.test(head) && words[last + 1]?.lower === 'of'
      ? phrases.find((phrase) => phrase.first === last + 2)?.names.find(({ role }) => role === 'actor')
      : undefined;
  if (owner) return [owner];
  const [begin, finish] = [words[first], words[last]];
  if (!begin || !finish) return [];
  if (begin.tag === 'PRON' && first === last) return [];
  return [
    {
      start: begin.start,
      end: finish.end,
      sentence,
      entry: null,
      role: 'unknown',
      loaded: false,
      didYouMean: null,
    },
  ];
}
