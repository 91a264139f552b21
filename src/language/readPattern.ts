import { actNamed, actOfPast, pluralOf } from './actWords.ts';
import type * as Ast from './generated/ast.ts';
import type {
  ActorReference,
  Amount,
  AmountUnit,
  Bound,
  Pattern,
  PlaceReference,
  Quantity,
  Size,
  Unit,
  Where,
  Window,
} from './document.ts';
import type { Reading } from './reading.ts';
import { nameOrNull, nameText } from './reading.ts';
import * as messages from './syntaxMessages.ts';

const BOUNDS: Readonly<Record<string, Bound>> = {
  atleast: 'at least',
  atmost: 'at most',
  about: 'about',
  morethan: 'more than',
  fewerthan: 'fewer than',
  exactly: 'exactly',
};

export function readBound(written: string | undefined): Bound | null {
  return written === undefined ? null : (BOUNDS[written] ?? null);
}

export function readUnit(written: string): Unit {
  return written.startsWith('day') ? 'day' : 'week';
}

export function readQuantity(node: Ast.Quantity, reading: Reading): Quantity {
  if (node.none) return { bound: 'exactly', value: 0, none: true };
  const value = reading.number(node, 'value', node.value ?? '0');
  return { bound: readBound(node.bound), value, none: false };
}

export function readActor(node: Ast.ActorReference, reading: Reading): ActorReference {
  return {
    kind: 'actorReference',
    at: reading.at(node),
    anyone: node.anyone,
    sameActor: node.same,
    each: node.each,
    name: nameOrNull(node.name),
    except: node.except.map(nameText),
  };
}

export function readPlace(node: Ast.PlaceReference, reading: Reading): PlaceReference {
  return {
    kind: 'placeReference',
    at: reading.at(node),
    anywhere: node.anywhere,
    samePlace: node.same,
    each: node.each,
    name: nameOrNull(node.name),
    except: node.except.map(nameText),
  };
}

export function readPattern(
  node: { readonly subject: Ast.ActorReference; readonly action: Ast.Action },
  reading: Reading,
): Pattern {
  const { subject, action } = node;
  const actWord = action.act.replaceAll('`', '');
  return {
    kind: 'pattern',
    at: reading.at(subject, action),
    actor: readActor(subject, reading),
    act: readAct(actWord, action, reading),
    actWord,
    on: action.on,
    target: action.target ? readActor(action.target, reading) : null,
    where: action.where ? readWhere(action.where, reading) : null,
    date: reading.dateOrNull(action, 'date', action.date),
    size: action.size ? readSize(action.size, reading) : null,
  };
}

/** A word that names no act of this file is kept as written: a file that it uses may declare it. */
function readAct(word: string, action: Ast.Action, reading: Reading): string {
  const act = actNamed(word, reading.acts);
  if (act !== null) return act;
  const past = actOfPast(word, reading.acts);
  if (past === null) return word;
  reading.refuse(action, 'act', messages.pastTense(word, pluralOf(past)), true);
  return past;
}

function readWhere(node: Ast.Where, reading: Reading): Where {
  const at = reading.at(node);
  if (node.place) return { kind: 'in', at, place: readPlace(node.place, reading) };
  if (node.elsewhere) return { kind: 'elsewhere', at };
  const kilometres = reading.number(node, 'kilometres', node.kilometres ?? '0');
  return { kind: 'near', at, place: nameOrNull(node.near), samePlace: node.same, kilometres };
}

function readSize(node: Ast.Size, reading: Reading): Size {
  return {
    kind: 'size',
    at: reading.at(node),
    of: node.of,
    quantity: readQuantity(node.quantity, reading),
    measure: node.measure ?? null,
  };
}

export function readAmount(node: Ast.Amount | Ast.Union, reading: Reading): Amount {
  return {
    kind: 'amount',
    at: reading.at(node),
    unit: readAmountUnit(node),
    patterns: node.patterns.map((pattern) => readPattern(pattern, reading)),
  };
}

function readAmountUnit(amount: Ast.Amount | Ast.Union): AmountUnit {
  if (amount.$type !== 'MeasuredAmount') return { of: 'events' };
  const node = amount as Ast.MeasuredAmount;
  if (node.deaths) return { of: 'deaths' };
  if (node.days) return { of: 'days' };
  return { of: 'measure', measure: node.measure ?? '' };
}

/** The events of an actor's act and of the patterns joined to it by `or`. */
export function readEvents(
  node: {
    readonly subject: Ast.ActorReference;
    readonly action: Ast.Action;
    readonly others: readonly Ast.Pattern[];
  },
  reading: Reading,
): Amount {
  return {
    kind: 'amount',
    at: reading.at(node.subject, node.others.at(-1) ?? node.action),
    unit: { of: 'events' },
    patterns: [readPattern(node, reading), ...node.others.map((other) => readPattern(other, reading))],
  };
}

export function readWindow(node: Ast.Window, reading: Reading): Window {
  const at = reading.at(node);
  if (node.sameDay) return { kind: 'that day', at };
  const unit = readUnit(node.unit ?? 'days');
  if (node.within)
    return { kind: 'within', at, count: reading.number(node, 'count', node.count ?? '0'), unit };
  const from = reading.number(node, 'from', node.from ?? '0');
  return { kind: 'after', at, from, to: reading.number(node, 'to', node.to ?? '0'), unit };
}
