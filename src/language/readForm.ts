import type * as Ast from './generated/ast.ts';
import type { Form } from './document.ts';
import type { Reading } from './reading.ts';
import { readAmount, readPattern, readQuantity, readUnit, readWindow } from './readPattern.ts';
import { readPredicate } from './readPredicate.ts';
import { readBy, readSpan, readTruceHead } from './readSpan.ts';
import { readStatement } from './readStatement.ts';
import { trendOf } from './readTrend.ts';
import { unquoted } from './texts.ts';

export function readForm(node: Ast.Form, reading: Reading): Form {
  const at = reading.at(node);
  switch (node.$type) {
    case 'When':
      return readWhen(node, reading);
    case 'Truce':
      return readTruce(node, reading);
    case 'Expects':
      return readExpects(node, reading);
    case 'Untestable':
      return { kind: 'untestable', at, of: node.of, text: unquoted(node.text) };
    case 'First':
      return { kind: 'event', at, pattern: readPattern(node.pattern, reading), first: true };
    case 'Total':
      return {
        kind: 'total',
        at,
        quantity: readQuantity(node.quantity, reading),
        amount: readAmount(node.amount, reading),
        per: node.unit === undefined ? null : readUnit(node.unit),
        from: reading.date(node, 'from', node.from),
        to: reading.date(node, 'to', node.to),
      };
    case 'Measured':
      return readPredicate(node.predicate, readAmount(node.amount, reading), at, reading);
    case 'Statement':
      return readStatement(node, reading);
  }
}

function readWhen(node: Ast.When, reading: Reading): Form {
  const at = reading.at(node);
  const then = node.consequence;
  const trigger = readAmount(node.trigger, reading);
  const response = readAmount(then.response, reading);
  if (then.window) {
    const window = readWindow(then.window, reading);
    if (then.extra) return { kind: 'noExtra', at, trigger, response, window };
    const share = then.share ? readQuantity(then.share, reading) : null;
    return { kind: 'answer', at, trigger, response, window, share };
  }
  return {
    kind: 'shift',
    at,
    trigger,
    response,
    how: then.how,
    negated: then.negated,
    count: reading.number(then, 'count', then.count),
    unit: readUnit(then.unit),
  };
}

function readTruce(node: Ast.Truce, reading: Reading): Form {
  return {
    kind: 'truce',
    at: reading.at(node),
    head: readTruceHead(node.head, reading),
    span: readSpan(node.span, reading),
    expectedFrom: reading.dateOrNull(node, 'expected', node.expected),
    holding: node.holding
      ? { quantity: readQuantity(node.holding, reading), unit: readUnit(node.unit ?? 'weeks') }
      : null,
  };
}

function readExpects(node: Ast.Expects, reading: Reading): Form {
  return {
    kind: 'expects',
    at: reading.at(node),
    possible: node.possible,
    amount: readAmount(node.amount, reading),
    trend: node.trend === undefined ? null : trendOf(node.trend),
    trendWord: node.trend ?? null,
    by: node.by ? readBy(node.by, reading) : null,
    before: reading.date(node, 'before', node.before),
  };
}
