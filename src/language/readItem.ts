import type * as Ast from './generated/ast.ts';
import type { Assumption, Item, Restriction, WhatIfChange } from './document.ts';
import { readAlliance, readPeriod, readPlaceItem, readRecord, readSource } from './readDeclaration.ts';
import { readForm } from './readForm.ts';
import { nameText, present } from './reading.ts';
import type { Reading } from './reading.ts';
import { readAmount, readQuantity, readUnit } from './readPattern.ts';
import { readNames } from './readNames.ts';
import { readTruceHead } from './readSpan.ts';
import { unquoted } from './texts.ts';

export function readItem(node: Ast.Item, reading: Reading): Item {
  const at = reading.at(node);
  switch (node.$type) {
    case 'Record':
      return readRecord(node, reading);
    case 'Use':
      return {
        kind: 'use',
        at,
        file: node.file === undefined ? null : unquoted(node.file),
        pack: node.pack ?? null,
      };
    case 'Actor':
      return { kind: 'actor', at, ...readNames(node) };
    case 'Alliance':
      return readAlliance(node, reading);
    case 'Place':
      return readPlaceItem(node, reading);
    case 'Area':
      return { kind: 'area', at, ...readNames(node), members: node.members.map(nameText) };
    case 'Route':
      return { kind: 'route', at, ...readNames(node), through: node.through.map(nameText) };
    case 'Act':
      return {
        kind: 'act',
        at,
        name: node.name.replaceAll('`', ''),
        classes: node.classes.map(readActClass),
      };
    case 'Source':
      return readSource(node, reading);
    case 'Period':
      return readPeriod(node, reading);
    case 'Claim':
      return readClaim(node, reading);
    case 'Rivals':
      return { kind: 'rivals', at, claims: node.claims.map(nameText) };
    case 'WhatIf':
      return readWhatIf(node, reading);
    case 'Assume':
      return { kind: 'assume', at, assumption: readAssumption(node.assumption, reading) };
  }
}

function readActClass(node: Ast.ActClass) {
  if (node.code !== undefined) return { of: 'code', code: unquoted(node.code) } as const;
  return { of: 'class', name: node.words.join(' ') } as const;
}

function readClaim(node: Ast.Claim, reading: Reading): Item {
  return {
    kind: 'claim',
    at: reading.at(node),
    name: nameText(node.name),
    source: nameText(node.source),
    citing: node.citing.map(nameText),
    passage: node.passage === undefined ? null : unquoted(node.passage),
    quote: node.quote === undefined ? null : unquoted(node.quote),
    form: readForm(node.form, reading),
    restrictions: node.restrictions.map((restriction) => readRestriction(restriction, reading)),
  };
}

function readRestriction(node: Ast.Restriction, reading: Reading): Restriction {
  const at = reading.at(node);
  if (node.date !== undefined) {
    return { kind: node.since ? 'since' : 'until', at, date: reading.date(node, 'date', node.date) };
  }
  if (node.during !== undefined) return { kind: 'during', at, period: nameText(node.during) };
  if (node.outside !== undefined) return { kind: 'outside', at, period: nameText(node.outside) };
  if (node.gradedBy !== undefined) return { kind: 'gradedBy', at, measure: node.gradedBy };
  if (node.assuming) return { kind: 'assuming', at, assumption: readAssumption(node.assuming, reading) };
  if (!node.quantity) return { kind: 'asserts', at, parts: [...node.asserts] };
  return {
    kind: 'while',
    at,
    quantity: readQuantity(node.quantity, reading),
    amount: readAmount(present(node.amount), reading),
    count: reading.number(node, 'count', present(node.count)),
    unit: readUnit(present(node.unit)),
  };
}

function readAssumption(node: Ast.Assumption, reading: Reading): Assumption {
  const at = reading.at(node);
  const { delay, smallestAnswer, smallestChange } = node;
  if (delay !== undefined) return { kind: 'assumeDelay', at, delay };
  if (smallestAnswer !== undefined) {
    return {
      kind: 'assumeSmallestAnswer',
      at,
      value: reading.number(node, 'smallestAnswer', smallestAnswer),
    };
  }
  if (smallestChange !== undefined) {
    return {
      kind: 'assumeSmallestChange',
      at,
      percent: reading.number(node, 'smallestChange', smallestChange),
    };
  }
  const count = reading.number(node, 'calm', present(node.calm));
  return { kind: 'assumeCalm', at, count, unit: readUnit(present(node.unit)) };
}

function readWhatIf(node: Ast.WhatIf, reading: Reading): Item {
  return {
    kind: 'whatif',
    at: reading.at(node),
    title: unquoted(node.title),
    from: reading.date(node, 'from', node.from),
    count: reading.number(node, 'count', node.count),
    unit: readUnit(node.unit),
    changes: node.changes.map((change) => readWhatIfChange(change, reading)),
  };
}

function readWhatIfChange(node: Ast.WhatIfChange, reading: Reading): WhatIfChange {
  const at = reading.at(node);
  if (node.head) {
    const percent = node.strength === undefined ? null : reading.number(node, 'strength', node.strength);
    return { kind: 'holdTruce', at, head: readTruceHead(node.head, reading), percent };
  }
  if (node.period !== undefined) return { kind: 'open', at, period: nameText(node.period) };
  if (node.amount) {
    const percent = node.none ? 0 : reading.number(node, 'percent', present(node.percent));
    return { kind: 'scaled', at, percent, amount: readAmount(node.amount, reading) };
  }
  return { kind: 'without', at, claim: nameText(present(node.claim)) };
}
