/** The wording of every message about names, declarations and files. One function per message. */
import type { Severity } from './document.ts';

/** A message without its place: one sentence, at most one hint. */
export interface Message {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
}

/** What a name can stand for. */
export type NameKind =
  'actor' | 'alliance' | 'place' | 'area' | 'route' | 'source' | 'period' | 'claim' | 'truce claim';

const WITH_ARTICLE: Readonly<Record<NameKind, string>> = {
  actor: 'an actor',
  alliance: 'an alliance',
  place: 'a place',
  area: 'an area',
  route: 'a route',
  source: 'a source',
  period: 'a period',
  claim: 'a claim',
  'truce claim': 'a truce claim',
};

export function error(code: string, message: string, hint: string | null = null): Message {
  return { code, severity: 'error', message, hint };
}

export function warning(code: string, message: string, hint: string | null = null): Message {
  return { code, severity: 'warning', message, hint };
}

export function hinting(code: string, message: string, hint: string | null = null): Message {
  return { code, severity: 'hint', message, hint };
}

/** `an actor or an alliance`. */
export function listKinds(kinds: readonly NameKind[]): string {
  return kinds.map((kind) => WITH_ARTICLE[kind]).join(' or ');
}

/** A name that was probably meant, and the display name or alias through which it was found (null: by spelling). */
export interface Proposal {
  readonly name: string;
  readonly via: string | null;
}

function propose(proposal: Proposal): string {
  if (proposal.via === null) return `Did you mean \`${proposal.name}\`?`;
  return `Did you mean \`${proposal.name}\`? It is also called "${proposal.via}".`;
}

export function unknownName(name: string, expected: readonly NameKind[], proposal: Proposal | null): Message {
  const kinds = expected.filter((kind) => kind !== 'truce claim');
  const declared = kinds[0] ?? 'actor';
  return error(
    'unknown-name',
    `Nothing is called ${name}; ${listKinds(kinds)} is expected here.`,
    proposal ? propose(proposal) : `Declare it first, for example \`${declared} ${name} …\`.`,
  );
}

export function wrongKind(
  name: string,
  found: NameKind,
  expected: readonly NameKind[],
  proposal: Proposal | null,
): Message {
  return error(
    'wrong-kind',
    `${name} is ${WITH_ARTICLE[found]}; ${listKinds(expected)} is expected here.`,
    proposal ? propose(proposal) : null,
  );
}

/** `line 3`, or `line 3 of actors.tacit` where the other place is in another file. */
export function placeInWords(line: number, file: string | null): string {
  return file === null ? `line ${line}` : `line ${line} of ${file}`;
}

export function duplicateName(name: string, kind: NameKind, first: string, again: string): Message {
  return error(
    'duplicate-name',
    `${name} is declared twice: as ${WITH_ARTICLE[kind]} on ${first} and again on ${again}.`,
    'Give one of them another name, or delete it.',
  );
}

export function nameOfTwoKinds(
  name: string,
  firstKind: NameKind,
  first: string,
  kind: NameKind,
  again: string,
): Message {
  return error(
    'name-of-two-kinds',
    `${name} is ${WITH_ARTICLE[firstKind]} on ${first} and ${WITH_ARTICLE[kind]} on ${again}.`,
    'One name can stand for one thing only: rename one of them.',
  );
}

export function duplicateWord(what: 'act' | 'measure', word: string, first: string, again: string): Message {
  return error(
    'duplicate-name',
    `The ${what} ${word} is declared twice: on ${first} and again on ${again}.`,
    'Give one of them another name, or delete it.',
  );
}

export function sharedAlias(
  alias: string,
  owner: string,
  first: string,
  other: string,
  again: string,
): Message {
  return error(
    'shared-alias',
    `"${alias}" means both ${owner} (${first}) and ${other} (${again}).`,
    'In a record it can mean one of them only: rename one, or take the alias away.',
  );
}

export function cycle(kind: NameKind, path: readonly string[]): Message {
  return error(
    'cycle',
    `${path[0] ?? 'This'} rests on itself: ${path.join(' → ')}.`,
    kind === 'truce claim'
      ? 'Give one of them dates: `from D to D`.'
      : `Take one of them out of the ${kind}.`,
  );
}

export function memberNeverThere(alliance: string, member: string): Message {
  return warning(
    'member-never-there',
    `${member} is in ${alliance} on no day: the dates of its memberships do not overlap.`,
    'Compare the dates here with the dates inside the other alliance.',
  );
}

export function groupEmpty(alliance: string): Message {
  return error(
    'group-empty',
    `${alliance} has no member on any day.`,
    'Correct the dates of its memberships, or name other members.',
  );
}

export function memberSaidByTwo(alliance: string, actor: string, outer: string, inner: string): Message {
  return hinting(
    'member-said-by-two',
    `That ${actor} is in ${alliance} rests on two sources, ${outer} and ${inner}; readings follow ${inner} for it.`,
    null,
  );
}

export function memberTwice(group: string, member: string): Message {
  return warning('member-twice', `${member} is named twice in ${group}.`, 'Delete one of the two.');
}

export function unknownAct(act: string, proposal: Proposal | null, some: readonly string[]): Message {
  return error(
    'unknown-act',
    `No act is called \`${act}\`.`,
    proposal
      ? `Did you mean \`${proposal.name}\`?`
      : `Declare it, for example \`act ${act} of …\`, or use one that ships: ${some.join(', ')}.`,
  );
}

export function unknownClass(name: string, proposal: Proposal | null, some: readonly string[]): Message {
  return error(
    'unknown-class',
    `No class of events is called "${name}".`,
    proposal
      ? `Did you mean \`${proposal.name}\`?`
      : `Use one of ${some.join(', ')} …, or a code of the record: \`code "${name}"\`.`,
  );
}

export function unknownMeasure(measure: string, declared: readonly string[]): Message {
  return error(
    'unknown-measure',
    `No record says how many ${measure} an event had.`,
    declared.length > 0
      ? `Declared are: ${declared.join(', ')}.`
      : `Declare it inside the record: \`measure ${measure} from "${measure}"\`.`,
  );
}

export function unknownDelay(delay: string, known: readonly string[], proposal: Proposal | null): Message {
  return error(
    'unknown-delay',
    `No delay is called \`${delay}\`.`,
    proposal ? `Did you mean \`${proposal.name}\`?` : `Known delays: ${known.join(', ')}.`,
  );
}

export function eachOfOne(name: string, kind: 'actor' | 'place'): Message {
  const group = kind === 'actor' ? 'an alliance' : 'an area';
  return warning(
    'each-of-one',
    `${name} is one ${kind}; \`each of\` needs ${group}.`,
    `Write \`${name}\` without \`each of\`.`,
  );
}

export function exceptNotInside(name: string, set: string): Message {
  return warning(
    'except-not-inside',
    `${name} is not in ${set}, so nothing is taken out.`,
    'Delete it after `except`.',
  );
}

export function nothingLeft(set: string, kind: 'actor' | 'place'): Message {
  return error(
    'nothing-left',
    `${set} holds no ${kind}: everything is taken out.`,
    'Shorten the list after `except`.',
  );
}
