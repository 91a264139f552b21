import type * as Ast from './generated/ast.ts';
import type { Item, PeriodSpan, RecordPart } from './document.ts';
import { readNames } from './readNames.ts';
import { nameOrNull, nameText, present } from './reading.ts';
import type { Reading } from './reading.ts';
import { readAmount, readUnit } from './readPattern.ts';
import * as messages from './syntaxMessages.ts';
import { unquoted } from './texts.ts';

/** More digits than these say nothing about a place and would not survive a number. */
const MOST_DECIMALS = 15;

export function readRecord(node: Ast.Record, reading: Reading): Item {
  return {
    kind: 'record',
    at: reading.at(node),
    file: unquoted(node.file),
    countsPer: node.unit === undefined ? null : readUnit(node.unit),
    parts: node.parts.map((part) => readRecordPart(part, reading)),
  };
}

function readRecordPart(node: Ast.RecordPart, reading: Reading): RecordPart {
  const at = reading.at(node);
  switch (node.$type) {
    case 'Covers':
    case 'Missing':
      return {
        kind: node.$type === 'Covers' ? 'covers' : 'missing',
        at,
        from: reading.date(node, 'from', node.from),
        to: reading.date(node, 'to', node.to),
      };
    case 'Dates':
      return { kind: 'dateOrder', at, order: node.order };
    case 'MapFile':
      return { kind: 'map', at, file: unquoted(node.file) };
    case 'Duplicates':
      return { kind: 'duplicates', at, policy: node.policy };
    case 'Decision':
      return readDecision(node, at);
    case 'Direction':
      return { kind: 'direction', at, policy: POLICIES[node.policy] };
    case 'Totals':
      return {
        kind: 'totals',
        at,
        file: unquoted(node.file),
        of: node.of ? readAmount(node.of, reading) : null,
      };
    case 'Fault':
      return { kind: 'fault', at, text: unquoted(node.text), answers: node.answers };
    case 'Column': {
      const column = node.column.startsWith('"') ? unquoted(node.column) : node.column;
      return { kind: 'column', at, column, amount: readAmount(node.amount, reading) };
    }
    case 'Measure':
      return { kind: 'measure', at, name: node.name, column: unquoted(node.column) };
  }
}

function readDecision(node: Ast.Decision, at: RecordPart['at']): RecordPart {
  const kind = node.duplicate === undefined ? 'distinct' : 'duplicate';
  const id = unquoted(present(node.duplicate ?? node.distinct));
  return {
    kind,
    at,
    id,
    other: unquoted(node.other),
    file: node.file === undefined ? null : unquoted(node.file),
  };
}

const POLICIES = { told: 'as told', recorded: 'recorded', means: 'by means', way: 'either way' } as const;

export function readAlliance(node: Ast.Alliance, reading: Reading): Item {
  return {
    kind: 'alliance',
    at: reading.at(node),
    ...readNames(node),
    members: node.members.map((member) => ({
      kind: 'member',
      at: reading.at(member),
      actor: nameText(member.actor),
      from: reading.dateOrNull(member, 'from', member.from),
      to: reading.dateOrNull(member, 'to', member.to),
      saidBy: nameOrNull(member.saidBy),
    })),
  };
}

export function readPlaceItem(node: Ast.Place, reading: Reading): Item {
  return {
    kind: 'place',
    at: reading.at(node),
    ...readNames(node),
    position: node.north === undefined ? null : readPosition(node, reading),
    withinKilometres:
      node.kilometres === undefined ? null : reading.number(node, 'kilometres', node.kilometres),
  };
}

function readPosition(node: Ast.Place, reading: Reading) {
  const [north, east] = [present(node.north), present(node.east)];
  if (!/^[NS]$/.test(present(node.northLetter)))
    reading.refuse(node, 'northLetter', messages.positionLetters());
  else if (!/^[EW]$/.test(present(node.eastLetter)))
    reading.refuse(node, 'eastLetter', messages.positionLetters());
  if (Number(north) > 90 || Number(east) > 180) reading.refuse(node, 'north', messages.positionOutside());
  const decimals = Math.min(MOST_DECIMALS, Math.max(decimalsOf(north), decimalsOf(east)));
  return {
    latitude: signed(node.northLetter === 'S', north, decimals),
    longitude: signed(node.eastLetter === 'W', east, decimals),
    decimals,
  };
}

function decimalsOf(written: string): number {
  return written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
}

function signed(negative: boolean, written: string, decimals: number): number {
  const value = Number(Number(written).toFixed(decimals));
  return negative && value !== 0 ? -value : value;
}

export function readSource(node: Ast.Source, reading: Reading): Item {
  return {
    kind: 'source',
    at: reading.at(node),
    name: nameText(node.name),
    display: node.display === undefined ? null : unquoted(node.display),
    publishedAbout: node.about,
    published: reading.dateOrNull(node, 'published', node.published),
    reliability: node.reliability ?? null,
    address: node.address === undefined ? null : unquoted(node.address),
  };
}

export function readPeriod(node: Ast.Period, reading: Reading): Item {
  return {
    kind: 'period',
    at: reading.at(node),
    name: nameText(node.name),
    display: node.display === undefined ? null : unquoted(node.display),
    spans: node.spans.map((span) => readPeriodSpan(span, reading)),
  };
}

function readPeriodSpan(node: Ast.PeriodSpan, reading: Reading): PeriodSpan {
  const at = reading.at(node);
  const saidBy = nameOrNull(node.saidBy);
  if (node.file !== undefined) return { kind: 'spanTable', at, file: unquoted(node.file), saidBy };
  if (node.until !== undefined) {
    return { kind: 'spanUntil', at, until: reading.date(node, 'until', node.until), saidBy };
  }
  if (node.eachFrom !== undefined) {
    return { kind: 'spanEach', at, from: node.eachFrom, to: node.eachTo ?? null, saidBy };
  }
  const from = reading.date(node, 'from', present(node.from));
  return { kind: 'spanFromTo', at, from, to: reading.dateOrNull(node, 'to', node.to), saidBy };
}
