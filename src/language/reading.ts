import { GrammarUtils } from 'langium';
import type { AstNode, CstNode } from 'langium';
import type { DateText, SourceSpan } from './document.ts';
import { datesMeant } from './datesMeant.ts';
import type { LineTable } from './lineTable.ts';
import { spanAt } from './lineTable.ts';
import type { Message } from './semanticMessages.ts';
import * as messages from './syntaxMessages.ts';

/** A mistake in a sentence that has the right shape, such as a year of five digits. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  /** Whether the item can still be kept. */
  readonly kept: boolean;
}

/** Turns the parser's objects of one file into plain nodes: positions, numbers, dates; collects what is wrong. */
export class Reading {
  readonly findings: Finding[] = [];
  readonly lines: LineTable;
  readonly acts: ReadonlySet<string>;

  constructor(lines: LineTable, acts: ReadonlySet<string>) {
    this.lines = lines;
    this.acts = acts;
  }

  at(node: AstNode, last: AstNode = node): SourceSpan {
    return spanAt(this.lines, cst(node).offset, cst(last).end);
  }

  refuse(node: AstNode, property: string | null, message: Message, kept = false): void {
    const place = (property === null ? undefined : valueNode(node, property)) ?? cst(node);
    this.findings.push({ start: place.offset, end: place.end, message, kept });
  }

  /** A number as a value; one too large to be counted is refused. */
  number(node: AstNode, property: string, written: string): number {
    const value = Number(written);
    if (value > Number.MAX_SAFE_INTEGER) this.refuse(node, property, messages.numberTooLarge(written));
    return value;
  }

  date(node: AstNode, property: string, written: string): DateText {
    if (/^[0-9]+(\.[0-9]+)?$/.test(written) && !/^[0-9]{4}$/.test(written)) {
      this.refuse(node, property, messages.wrongDate(written, datesMeant(written)));
    }
    return written;
  }

  dateOrNull(node: AstNode, property: string, written: string | undefined): DateText | null {
    return written === undefined ? null : this.date(node, property, written);
  }
}

/** Names are compared letter by letter, so composed and decomposed accents are made one. */
export function nameText(written: string): string {
  return written.normalize('NFC');
}

export function nameOrNull(written: string | undefined): string | null {
  return written === undefined ? null : nameText(written);
}

/** What the grammar guarantees once this kind of sentence was read. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the grammar let a mandatory part be left out');
  return value;
}

function cst(node: AstNode): CstNode {
  if (!node.$cstNode) throw new Error(`no position for ${node.$type}`);
  return node.$cstNode;
}

function valueNode(node: AstNode, property: string): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(cst(node), property);
}
