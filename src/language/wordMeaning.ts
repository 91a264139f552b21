import { actNamed } from './actWords.ts';
import type { PlacedWord } from './analyse.ts';
import type { Role } from './grammarAutomaton.ts';
import type { NameKind } from './semanticMessages.ts';

/** What a word of a file stands for, where it stands for something that is declared. */
export type WordMeaning =
  /** A name, and the kinds of things it may mean here; `declares` where this is its declaration. */
  | { readonly of: 'name'; readonly kinds: readonly NameKind[]; readonly declares: boolean }
  | { readonly of: 'act'; readonly declares: boolean }
  | { readonly of: 'measure'; readonly declares: boolean };

const WHO: readonly NameKind[] = ['actor', 'alliance'];
const WHERE: readonly NameKind[] = ['place', 'area'];
const WHEN: readonly NameKind[] = ['period', 'truce claim'];

const DECLARED: Readonly<Record<string, NameKind>> = {
  Actor: 'actor',
  Alliance: 'alliance',
  Place: 'place',
  Area: 'area',
  Route: 'route',
  Source: 'source',
  Period: 'period',
  Claim: 'claim',
};

/** Which kinds of names may fill which property of which rule. */
const KINDS: Readonly<Record<string, readonly NameKind[]>> = {
  'Member.actor': WHO,
  'Member.saidBy': ['source'],
  'Area.members': WHERE,
  'Route.through': WHERE,
  'PeriodSpan.saidBy': ['source'],
  'Rivals.claims': ['claim'],
  'WhatIfChange.claim': ['claim'],
  'WhatIfChange.period': WHEN,
  'Claim.source': ['source'],
  'Claim.citing': ['source'],
  'Statement.during': WHEN,
  'Statement.than': ['claim'],
  'Predicate.during': WHEN,
  'Span.period': WHEN,
  'Restriction.during': WHEN,
  'Restriction.outside': WHEN,
  'ActorReference.name': WHO,
  'ActorReference.except': WHO,
  'PlaceReference.name': WHERE,
  'PlaceReference.except': WHERE,
  'Where.near': WHERE,
};

/** A sentence may begin with an actor, a route or a claim, and a comparison with an actor or a period. */
const KINDS_WITHIN: Readonly<Record<string, readonly NameKind[]>> = {
  'Statement.subject': [...WHO, 'route', 'claim'],
  'ComparedWith.subject': [...WHO, ...WHEN],
};

const MEASURES: ReadonlySet<string> = new Set([
  'MeasuredAmount.measure',
  'Size.measure',
  'Restriction.gradedBy',
]);

/** What a word at a place of the grammar stands for; null for words of the language and all that is no reference. */
export function meaningOf(role: Role, token: string): WordMeaning | null {
  const place = `${role.rule}.${role.property ?? ''}`;
  if (token === 'NAME') {
    const declared = role.property === 'name' ? DECLARED[role.rule] : undefined;
    if (declared) return { of: 'name', kinds: [declared], declares: true };
    const kinds = kindsAt(role);
    return kinds && { of: 'name', kinds, declares: false };
  }
  if (token !== 'WORD' && token !== 'BACKQUOTED') return null;
  if (place === 'Act.name') return { of: 'act', declares: true };
  if (place === 'Action.act') return { of: 'act', declares: false };
  if (place === 'Measure.name') return { of: 'measure', declares: true };
  return MEASURES.has(place) ? { of: 'measure', declares: false } : null;
}

function kindsAt(role: Role): readonly NameKind[] | null {
  const within = role.within && `${role.within.rule}.${role.within.property ?? ''}`;
  const special = role.rule === 'ActorReference' && role.property === 'name' && within;
  return (
    (special ? KINDS_WITHIN[special] : undefined) ?? KINDS[`${role.rule}.${role.property ?? ''}`] ?? null
  );
}

/**
 * What a placed word stands for. Behind a mistake, where its part in the sentence is unknown, a word with a capital is
 * still taken for a name, and any other for an act: they must not be forgotten when the name is changed.
 */
export function wordMeaning({ token, role }: PlacedWord): WordMeaning | null {
  const type = token.tokenType.name;
  if (role) return meaningOf(role, type);
  if (type === 'NAME') return { of: 'name', kinds: [], declares: false };
  return type === 'WORD' ? { of: 'act', declares: false } : null;
}

/** The name a word stands for, in the one spelling: `strikes` is strike, composed and decomposed accents are one. */
export function nameMeant(
  { token }: PlacedWord,
  meaning: WordMeaning,
  declaredActs: ReadonlySet<string>,
): string {
  const written = token.image.replaceAll('`', '').normalize('NFC');
  return meaning.of === 'act' && !meaning.declares ? (actNamed(written, declaredActs) ?? written) : written;
}
