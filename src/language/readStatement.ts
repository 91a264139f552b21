import type * as Ast from './generated/ast.ts';
import type { Form } from './document.ts';
import { nameOrNull, nameText, present } from './reading.ts';
import type { Reading } from './reading.ts';
import { readActor, readEvents, readPattern, readPlace, readWindow } from './readPattern.ts';
import { readPredicate } from './readPredicate.ts';
import type { Message } from './semanticMessages.ts';
import * as messages from './syntaxMessages.ts';

/** A sentence that begins with a name: what the name is shows only in the word after it. */
export function readStatement(node: Ast.Statement, reading: Reading): Form {
  const at = reading.at(node);
  const { subject, action, others } = node;
  if (action) {
    const amount = readEvents({ subject, action, others }, reading);
    if (node.predicate) return readPredicate(node.predicate, amount, at, reading);
    const pattern = present(amount.patterns[0]);
    if (!node.mutual) return { kind: 'event', at, pattern, first: false };
    const second = readPattern(node.mutual.second, reading);
    return { kind: 'mutual', at, first: pattern, second, window: readWindow(node.mutual.window, reading) };
  }
  if (node.starts) {
    return {
      kind: 'starts',
      at,
      actor: readActor(subject, reading),
      other: readActor(present(node.other), reading),
      place: node.place ? readPlace(node.place, reading) : null,
    };
  }
  if (node.strength !== undefined) {
    return {
      kind: 'strength',
      at,
      claim: plainName(subject, messages.claimAlone, reading),
      how: node.strength,
      during: nameOrNull(node.during),
      than: nameOrNull(node.than),
    };
  }
  const from = reading.date(node, 'from', present(node.from));
  const to = reading.dateOrNull(node, 'to', node.to);
  if (node.state !== undefined) {
    const route = plainName(subject, messages.routeAlone, reading);
    return { kind: 'routeState', at, route, state: node.state, from, to };
  }
  const place = readPlace(present(node.place), reading);
  return { kind: 'holds', at, actor: readActor(subject, reading), place, from, to };
}

/** Routes and claims are single names; `anyone`, `each of` and `except` belong to actors. */
function plainName(
  subject: Ast.ActorReference,
  sentence: (written: string) => Message,
  reading: Reading,
): string {
  const plain = subject.name !== undefined && !subject.each && subject.except.length === 0;
  if (!plain) reading.refuse(subject, null, sentence(subject.$cstNode?.text ?? ''));
  return nameText(subject.name ?? '');
}
