import type { Article, NameMention, Pack, PackName } from '../article.ts';
import type { Form } from './formTree.ts';
import { lexiconOf, type Lexicon } from './lexiconOf.ts';
import { decideAdjective, decideName, type Meant } from './decideRole.ts';
import { extendsName } from './extendsName.ts';
import { findUnknown } from './findUnknown.ts';
import { joinNames } from './joinNames.ts';
import { learnAcronyms } from './learnAcronyms.ts';
import { placeUnknown } from './placeUnknown.ts';
import { matchForms, type FormMatch } from './matchForms.ts';
import type { RawMention } from './rawMention.ts';
import { tokeniseWords, type Word } from './tokeniseWords.ts';

/**
 * Everybody and every place that an article names, in order. A name of the packs is found in its longest spelling; the
 * words around it tell whether a country or a capital means a place or a government. Capitalised names that no pack
 * knows are listed with `entry: null`, at most with a spelling they are close to.
 */
export function findNames(article: Article, packs: readonly Pack[]): NameMention[] {
  const lexicon = lexiconOf(packs);
  const roots = [lexicon.root, learnAcronyms(article.text, lexicon)];
  const sentences = article.sentences.map((span) => tokeniseWords(article.text, span));
  const matches = sentences.map((words) => matchForms(roots, words));
  const named = new Set(
    matches.flatMap((found) =>
      found.flatMap(({ forms }) =>
        forms.filter(({ sense }) => sense !== 'short').map(({ entry }) => entry.id),
      ),
    ),
  );
  const small = new Set(
    sentences.flatMap((words) =>
      words.filter(({ written }) => /^\p{Ll}/u.test(written)).map(({ key }) => key),
    ),
  );
  const mentions: NameMention[] = [];
  for (const [sentence, words] of sentences.entries()) {
    const known = readMatches(words, matches[sentence] ?? [], lexicon, named, sentence);
    const taken = new Array<boolean>(words.length).fill(false);
    for (const { from, to } of known.spans) taken.fill(true, from, to);
    const unknown = findUnknown(words, taken, small, article.sentences[sentence]?.paragraph === null).map(
      ({ start, end }): RawMention => ({
        start,
        end,
        sentence,
        entry: null,
        role: 'unknown',
        loaded: false,
        didYouMean: lexicon.propose(article.text.slice(start, end)),
        sense: 'unknown',
        possessive: false,
      }),
    );
    mentions.push(
      ...joinNames(
        article.text,
        [...known.mentions, ...unknown].sort((a, b) => a.start - b.start),
      ),
    );
  }
  return placeUnknown(article.text, mentions);
}

function readMatches(
  words: readonly Word[],
  matches: readonly FormMatch[],
  lexicon: Lexicon,
  named: ReadonlySet<string>,
  sentence: number,
): { readonly mentions: RawMention[]; readonly spans: FormMatch[] } {
  const mentions: RawMention[] = [];
  const spans: FormMatch[] = [];
  let meant: Meant = null;
  for (const match of matches) {
    const forms = match.forms.filter(({ sense, entry }) => sense !== 'short' || named.has(entry.id));
    const [first, last] = [words[match.from], words[match.to - 1]];
    if (forms.length === 0 || !first || !last) continue;
    // "anti-Iranian" is an attitude towards a government, not its act.
    if (first.hyphen && words[match.from - 1]?.key === 'anti') {
      spans.push(match);
      continue;
    }
    if (forms.every((form) => extendsName(words, match.to, form))) continue;
    const before = mentions.at(-1);
    const listed =
      before && /^,? (?:and |or |both )?(?:in )?$|^, $/.test(textBetween(words, before.end, match.from))
        ? meant
        : null;
    const read = readForms(words, match, forms, lexicon, listed);
    meant = read.meant;
    spans.push(match);
    mentions.push({
      start: first.start,
      end: last.end,
      sentence,
      entry: read.entry,
      role: read.role,
      loaded: read.sense === 'loaded',
      didYouMean: null,
      sense: read.sense,
      possessive: last.possessive,
    });
  }
  return { mentions, spans };
}

/** The words between the end of a mention and a later word, as they stand. */
function textBetween(words: readonly Word[], end: number, to: number): string {
  return words
    .slice(0, to + 1)
    .filter(({ start }) => start >= end)
    .map(({ gap, written }, index, all) => gap + (index === all.length - 1 ? '' : written))
    .join('');
}

interface FormReading {
  readonly entry: PackName;
  readonly role: NameMention['role'];
  readonly sense: Form['sense'];
  readonly meant: Meant;
}

function readForms(
  words: readonly Word[],
  match: FormMatch,
  forms: readonly Form[],
  lexicon: Lexicon,
  listed: Meant,
): FormReading {
  const place = forms.find(({ entry, sense }) => isPlace(entry) && sense !== 'adjective');
  const actor = forms.find(({ entry }) => !isPlace(entry));
  const territory = (entry: PackName) =>
    entry.country === null ? undefined : lexicon.entries.get(entry.country);
  if (!actor) {
    const form = forms[0] as Form;
    if (form.sense === 'adjective') {
      // "African leaders": the land as an attribute is no place of anything.
      return { entry: form.entry, role: 'unknown', sense: 'adjective', meant: 'people' };
    }
    return { entry: form.entry, role: 'place', sense: form.sense, meant: 'place' };
  }
  const land = place?.entry ?? territory(actor.entry);
  if (!land && actor.sense === 'adjective') {
    // "Kurdish": a people is not its armed group.
    const meant = decideAdjective(words, match.from, match.to, false);
    return { entry: actor.entry, role: meant === 'actor' ? 'actor' : 'unknown', sense: actor.sense, meant };
  }
  if (
    !land ||
    (!place && actor.sense !== 'adjective' && actor.sense !== 'metonym' && !isCountry(actor, lexicon))
  ) {
    // "talks in Brussels": a town that no pack has as a place.
    const town =
      !land && actor.sense === 'metonym' && decideName(words, match.from, match.to, true) === 'place';
    return {
      entry: actor.entry,
      role: town ? 'unknown' : 'actor',
      sense: actor.sense,
      meant: town ? 'place' : 'actor',
    };
  }
  const isPlural = actor.sense === 'adjective' && /s$/.test(words[match.to - 1]?.written ?? '');
  const isCapital = actor.sense === 'metonym' && place !== undefined;
  const told =
    actor.sense === 'adjective'
      ? decideAdjective(words, match.from, match.to, isPlural)
      : decideName(words, match.from, match.to, isCapital);
  const meant = told ?? listed ?? 'actor';
  const { sense } = actor;
  if (meant === 'actor') return { entry: actor.entry, role: 'actor', sense, meant };
  return { entry: land, role: meant === 'place' ? 'place' : 'unknown', sense, meant };
}

/** Whether the words are the name of the land itself, not of its army. */
function isCountry({ written, entry }: Form, { entries }: Lexicon): boolean {
  const land = entry.country === null ? undefined : entries.get(entry.country);
  const spelling = written.join(' ').toLowerCase();
  return land?.aliases.some((alias) => alias.toLowerCase() === spelling) ?? false;
}

function isPlace({ kind }: PackName): boolean {
  return kind === 'place' || kind === 'area' || kind === 'route';
}
