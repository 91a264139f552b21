import type * as Ast from './generated/ast.ts';
import type { Amount, ComparedWith, Form, SourceSpan, TrendWord } from './document.ts';
import { nameText, present } from './reading.ts';
import type { Reading } from './reading.ts';
import { readAmount, readEvents, readQuantity, readUnit } from './readPattern.ts';
import { readBy, readSpan } from './readSpan.ts';
import { trendOf } from './readTrend.ts';
import * as messages from './syntaxMessages.ts';

/** What is said of an amount: that it changes, moves with another, happens only sometimes, is a share or an extreme. */
export function readPredicate(node: Ast.Predicate, amount: Amount, at: SourceSpan, reading: Reading): Form {
  if (node.trend !== undefined) return readTrend(node, node.trend, amount, at, reading);
  if (node.only) return readOnly(node, amount, at, reading);
  if (node.extreme !== undefined) {
    const date = reading.date(node, 'date', node.date ?? '');
    const since = reading.date(node, 'since', node.since ?? '');
    return { kind: 'extreme', at, amount, how: node.extreme, date, since };
  }
  return {
    kind: 'share',
    at,
    amount,
    percent: node.share ? readQuantity(node.share, reading) : null,
    whole: readAmount(present(node.whole), reading),
    from: reading.dateOrNull(node, 'from', node.from),
    to: reading.dateOrNull(node, 'to', node.to),
  };
}

function readTrend(
  node: Ast.Predicate,
  trendWord: TrendWord,
  amount: Amount,
  at: SourceSpan,
  reading: Reading,
): Form {
  const trend = trendOf(trendWord);
  const { comovement } = node;
  if (comovement) {
    return {
      kind: 'coMovement',
      at,
      amount,
      trend,
      trendWord,
      other: readAmount(comovement.other, reading),
      otherTrend: trendOf(comovement.trend),
      otherTrendWord: comovement.trend,
      count: reading.number(comovement, 'count', comovement.count),
      unit: readUnit(comovement.unit),
    };
  }
  return {
    kind: 'change',
    at,
    amount,
    trend,
    trendWord,
    steadily: node.steadily,
    span: readSpan(present(node.span), reading),
    by: node.by ? readBy(node.by, reading) : null,
    comparedWith: node.comparedWith ? readComparedWith(node.comparedWith, reading) : null,
  };
}

function readOnly(node: Ast.Predicate, amount: Amount, at: SourceSpan, reading: Reading): Form {
  if (node.during !== undefined) return { kind: 'onlyDuring', at, amount, period: nameText(node.during) };
  return {
    kind: 'onlyAfter',
    at,
    amount,
    count: reading.number(node, 'count', present(node.count)),
    unit: readUnit(present(node.unit)),
    after: readAmount(present(node.after), reading),
  };
}

function readComparedWith(node: Ast.ComparedWith, reading: Reading): ComparedWith | null {
  const at = reading.at(node);
  const { subject, action, others } = node;
  if (node.amount) return { kind: 'amountBase', at, amount: readAmount(node.amount, reading) };
  if (!subject) {
    const from = reading.date(node, 'from', present(node.from));
    return { kind: 'dates', at, from, to: reading.date(node, 'to', present(node.to)) };
  }
  if (action) return { kind: 'amountBase', at, amount: readEvents({ subject, action, others }, reading) };
  if (subject.name !== undefined && !subject.each && subject.except.length === 0) {
    return { kind: 'periodBase', at, period: nameText(subject.name) };
  }
  reading.refuse(node, null, messages.comparedWithWhat());
  return null;
}
