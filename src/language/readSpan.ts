import type { By, DateSpan, TruceHead } from './document.ts';
import type * as Ast from './generated/ast.ts';
import { nameText } from './reading.ts';
import type { Reading } from './reading.ts';
import { readActor, readBound, readPlace } from './readPattern.ts';

export function readTruceHead(node: Ast.TruceHead, reading: Reading): TruceHead {
  return {
    between: node.between,
    first: readActor(node.first, reading),
    second: node.second ? readActor(node.second, reading) : null,
    place: node.place ? readPlace(node.place, reading) : null,
  };
}

export function readSpan(node: Ast.Span, reading: Reading): DateSpan {
  const at = reading.at(node);
  if (node.period !== undefined) return { kind: 'duringPeriod', at, period: nameText(node.period) };
  const from = reading.date(node, 'from', node.from ?? '');
  return { kind: 'fromTo', at, from, to: reading.dateOrNull(node, 'to', node.to) };
}

export function readBy(node: Ast.By, reading: Reading): By {
  const percent = node.half ? 50 : reading.number(node, 'percent', node.percent ?? '0');
  return { kind: 'by', at: reading.at(node), bound: readBound(node.bound), percent, half: node.half };
}
