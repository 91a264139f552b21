import type { Item, Member, Names, PeriodSpan, RecordPart, SourceSpan, WhatIfChange } from './document.ts';
import { printAssumption, printForm, printRestriction, printTruceHead } from './printForm.ts';
import { printAct, printAmount, printDays, printNumber, words } from './printPattern.ts';
import { keywords } from './tacitParser.ts';
import { quoted } from './texts.ts';

/** A line of canonical text and where in the file it comes from. */
export interface PrintedLine {
  readonly text: string;
  readonly at: SourceSpan;
  /** Whether the line belongs under the one before it. */
  readonly indented: boolean;
}

/** The lines of an item: its head, then one indented line for each part. */
export function printItem(item: Item): readonly PrintedLine[] {
  const { at } = item;
  const line = (...parts: readonly (string | null)[]): PrintedLine => ({
    text: words(...parts),
    at,
    indented: false,
  });
  switch (item.kind) {
    case 'record': {
      const counts = item.countsPer && `as counts per ${item.countsPer}`;
      return [
        line('record', quoted(item.file), counts),
        ...item.parts.map((part) => under(printPart(part), part.at)),
      ];
    }
    case 'use':
      return [line('use', item.pack === null ? quoted(item.file ?? '') : `pack ${item.pack}`)];
    case 'actor':
      return [line('actor', printNames(item))];
    case 'alliance':
      return [line('alliance', printNames(item), 'of', item.members.map(printMember).join(', '))];
    case 'place': {
      const within =
        item.withinKilometres === null ? null : `within ${printNumber(item.withinKilometres)} km`;
      return [line('place', printNames(item), item.position && printPosition(item.position), within)];
    }
    case 'area':
      return [line('area', printNames(item), 'of', item.members.join(', '))];
    case 'route':
      return [line('route', printNames(item), 'through', item.through.join(', '))];
    case 'act': {
      const classes = item.classes.map((one) => (one.of === 'code' ? `code ${quoted(one.code)}` : one.name));
      return [line('act', printAct(item.name), 'of', classes.join(', '))];
    }
    case 'source':
      return [
        line(
          'source',
          item.name,
          textOrNull(item.display),
          item.published && words('published', item.publishedAbout ? 'about' : null, item.published),
          item.reliability && `reliability ${item.reliability}`,
          item.address === null ? null : `address ${quoted(item.address)}`,
        ),
      ];
    case 'period':
      return [
        line('period', item.name, textOrNull(item.display), item.spans.map(printPeriodSpan).join(', ')),
      ];
    case 'claim':
      return [
        line(printClaimHead(item)),
        under(printForm(item.form), item.form.at),
        ...item.restrictions.map((restriction) => under(printRestriction(restriction), restriction.at)),
      ];
    case 'rivals':
      return [line('rivals', item.claims.join(', '))];
    case 'whatif': {
      const head = `whatif ${quoted(item.title)} from ${item.from} for ${printDays(item.count, item.unit)}`;
      return [line(head), ...item.changes.map((change) => under(printChange(change), change.at))];
    }
    case 'assume':
      return [line('assume', printAssumption(item.assumption))];
  }
}

function under(text: string, at: SourceSpan): PrintedLine {
  return { text, at, indented: true };
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : quoted(text);
}

function printNames(names: Names): string {
  const also = names.also.length > 0 ? `also ${names.also.map(quoted).join(', ')}` : null;
  return words(names.name, textOrNull(names.display), also);
}

function printClaimHead(claim: Extract<Item, { kind: 'claim' }>): string {
  return words(
    `claim ${claim.name} by ${claim.source}`,
    ...claim.citing.map((source) => `citing ${source}`),
    claim.passage === null ? null : `at ${quoted(claim.passage)}`,
    claim.quote === null ? null : `quote ${quoted(claim.quote)}`,
  );
}

function printPart(part: RecordPart): string {
  switch (part.kind) {
    case 'covers':
    case 'missing':
      return `${part.kind} ${part.from} to ${part.to}`;
    case 'dateOrder':
      return `dates ${part.order}`;
    case 'map':
      return `map ${quoted(part.file)}`;
    case 'duplicates':
      return `duplicates ${part.policy}`;
    case 'duplicate':
    case 'distinct': {
      const between = part.kind === 'duplicate' ? 'of' : 'and';
      const where = part.file === null ? null : `in ${quoted(part.file)}`;
      return words(part.kind, quoted(part.id), between, quoted(part.other), where);
    }
    case 'direction':
      return `direction ${part.policy}`;
    case 'totals':
      return words(`totals ${quoted(part.file)}`, part.of && `of ${printAmount(part.of)}`);
    case 'fault':
      return words('fault', part.answers ? 'answers' : null, quoted(part.text));
    case 'column':
      return `column ${printColumn(part.column)} is ${printAmount(part.amount)}`;
    case 'measure':
      return `measure ${part.name} from ${quoted(part.column)}`;
  }
}

/** A column's name is quoted only where it is not a single word. */
function printColumn(column: string): string {
  const plain = /^[\p{Lu}\p{Lt}\p{Lo}\p{Ll}][\p{L}\p{M}\p{N}_]*$/u.test(column) && !keywords().has(column);
  return plain ? column : quoted(column);
}

function printMember(member: Member): string {
  return words(member.actor, printFrom(member.from), printTo(member.to), printSaidBy(member.saidBy));
}

function printPeriodSpan(span: PeriodSpan): string {
  const said = printSaidBy(span.saidBy);
  switch (span.kind) {
    case 'spanFromTo':
      return words(printFrom(span.from), printTo(span.to), said);
    case 'spanUntil':
      return words('until', span.until, said);
    case 'spanEach':
      return words('each', span.from, printTo(span.to), said);
    case 'spanTable':
      return words('table', quoted(span.file), said);
  }
}

function printFrom(from: string | null): string | null {
  return from === null ? null : `from ${from}`;
}

function printTo(to: string | null): string | null {
  return to === null ? null : `to ${to}`;
}

function printSaidBy(source: string | null): string | null {
  return source === null ? null : `said by ${source}`;
}

function printPosition(position: NonNullable<Extract<Item, { kind: 'place' }>['position']>): string {
  const { latitude, longitude, decimals } = position;
  const north = `${Math.abs(latitude).toFixed(decimals)} ${latitude < 0 ? 'S' : 'N'}`;
  return `at ${north} ${Math.abs(longitude).toFixed(decimals)} ${longitude < 0 ? 'W' : 'E'}`;
}

function printChange(change: WhatIfChange): string {
  switch (change.kind) {
    case 'without':
      return `without ${change.claim}`;
    case 'holdTruce':
      return (
        printTruceHead(change.head) +
        (change.percent === null ? '' : ` at ${printNumber(change.percent)} percent`)
      );
    case 'open':
      return `during ${change.period}`;
    case 'scaled': {
      const share = change.percent === 0 ? 'no' : `${printNumber(change.percent)} percent of`;
      return `${share} ${printAmount(change.amount)}`;
    }
  }
}
