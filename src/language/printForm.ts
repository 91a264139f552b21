import type {
  Amount,
  Assumption,
  By,
  ComparedWith,
  DateSpan,
  Form,
  Restriction,
  TruceHead,
} from './document.ts';
import {
  printActor,
  printAmount,
  printDays,
  printNumber,
  printPattern,
  printPlace,
  printQuantity,
  printWindow,
  words,
} from './printPattern.ts';
import { quoted } from './texts.ts';

/** The canonical text of a sentence, on one line, as `format` prints it. */
export function printForm(form: Form): string {
  switch (form.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
      return printWhen(form);
    case 'mutual':
      return words(
        printPattern(form.first),
        'and',
        printPattern(form.second),
        'answer each other',
        printWindow(form.window),
      );
    case 'change':
    case 'coMovement':
    case 'onlyDuring':
    case 'onlyAfter':
    case 'share':
    case 'extreme':
      return words(printAmount(form.amount), printPredicate(form));
    case 'truce':
      return words(
        printTruceHead(form.head),
        printSpan(form.span),
        form.expectedFrom && `expected from ${form.expectedFrom}`,
        form.holding && `holding ${printHolding(form.holding)}`,
      );
    case 'strength':
      return words(
        form.claim,
        `is ${form.how}`,
        form.during === null ? null : `during ${form.during}`,
        form.than === null ? null : `than ${form.than}`,
      );
    case 'routeState':
      return words(form.route, form.state, printDates(form.from, form.to));
    case 'holds':
      return words(printActor(form.actor), 'holds', printPlace(form.place), printDates(form.from, form.to));
    case 'starts': {
      const place = form.place && `in ${printPlace(form.place)}`;
      return words(printActor(form.actor), 'starts exchanges with', printActor(form.other), place);
    }
    case 'event':
      return words(form.first ? 'first' : null, printPattern(form.pattern));
    case 'total': {
      const per = form.per && `per ${form.per}`;
      return words(
        printQuantity(form.quantity),
        printAmount(form.amount),
        per,
        printDates(form.from, form.to),
      );
    }
    case 'expects':
      return words(
        form.possible ? 'expects possible' : 'expects',
        printAmount(form.amount),
        form.trendWord,
        form.by && printBy(form.by),
        `before ${form.before}`,
      );
    case 'untestable':
      return `untestable ${form.of} ${quoted(form.text)}`;
  }
}

function printWhen(form: Extract<Form, { kind: 'answer' | 'noExtra' | 'shift' }>): string {
  const when = `when ${printAmount(form.trigger)} then`;
  const response = printAmount(form.response);
  if (form.kind === 'noExtra') return words(when, 'no extra', response, printWindow(form.window));
  if (form.kind === 'shift') {
    return words(
      when,
      form.negated ? 'no' : null,
      form.how,
      response,
      `for ${printDays(form.count, form.unit)}`,
    );
  }
  const share = form.share && `in ${printQuantity(form.share)} percent of cases`;
  return words(when, response, printWindow(form.window), share);
}

type Predicated = Extract<
  Form,
  { amount: Amount; kind: 'change' | 'coMovement' | 'onlyDuring' | 'onlyAfter' | 'share' | 'extreme' }
>;

function printPredicate(form: Predicated): string {
  switch (form.kind) {
    case 'change':
      return words(
        form.trendWord,
        form.steadily ? 'steadily' : null,
        printSpan(form.span),
        form.by && printBy(form.by),
        form.comparedWith && `compared with ${printComparedWith(form.comparedWith)}`,
      );
    case 'coMovement': {
      const within = `within ${printDays(form.count, form.unit)}`;
      return words(form.trendWord, 'as', printAmount(form.other), form.otherTrendWord, within);
    }
    case 'onlyDuring':
      return `only during ${form.period}`;
    case 'onlyAfter':
      return `only within ${printDays(form.count, form.unit)} after ${printAmount(form.after)}`;
    case 'share': {
      const part = form.percent ? `${printQuantity(form.percent)} percent` : 'most';
      const dates = form.from === null ? null : printDates(form.from, form.to);
      return words('is', part, 'of', printAmount(form.whole), dates);
    }
    case 'extreme':
      return `is ${form.how} in ${form.date} since ${form.since}`;
  }
}

export function printTruceHead(head: TruceHead): string {
  const second = head.second && printActor(head.second);
  const sides = head.between
    ? words('between', printActor(head.first), 'and', second)
    : words('by', printActor(head.first), second && `toward ${second}`);
  return words('truce', sides, head.place && `in ${printPlace(head.place)}`);
}

function printSpan(span: DateSpan): string {
  return span.kind === 'duringPeriod' ? `during ${span.period}` : printDates(span.from, span.to);
}

function printDates(from: string, to: string | null): string {
  return words('from', from, to === null ? null : `to ${to}`);
}

function printHolding(holding: NonNullable<Extract<Form, { kind: 'truce' }>['holding']>): string {
  const unit = holding.quantity.value === 1 ? holding.unit : `${holding.unit}s`;
  return `${printQuantity(holding.quantity)} ${unit}`;
}

function printBy(by: By): string {
  return words('by', by.bound, by.half ? 'half' : `${printNumber(by.percent)} percent`);
}

function printComparedWith(base: ComparedWith): string {
  if (base.kind === 'dates') return `${base.from} to ${base.to}`;
  return base.kind === 'periodBase' ? base.period : printAmount(base.amount);
}

/** The canonical text of a restriction, without its indentation. */
export function printRestriction(restriction: Restriction): string {
  switch (restriction.kind) {
    case 'since':
    case 'until':
      return `${restriction.kind} ${restriction.date}`;
    case 'during':
    case 'outside':
      return `${restriction.kind} ${restriction.period}`;
    case 'while': {
      const over = `over the last ${printDays(restriction.count, restriction.unit)}`;
      return words('while', printQuantity(restriction.quantity, 'no'), printAmount(restriction.amount), over);
    }
    case 'gradedBy':
      return `graded by ${restriction.measure}`;
    case 'asserts':
      return `asserts ${restriction.parts.join(', ')}`;
    case 'assuming':
      return `assuming ${printAssumption(restriction.assumption)}`;
  }
}

export function printAssumption(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'assumeDelay':
      return `delay ${assumption.delay}`;
    case 'assumeSmallestAnswer':
      return `smallest answer ${printNumber(assumption.value)}`;
    case 'assumeSmallestChange':
      return `smallest change ${printNumber(assumption.percent)} percent`;
    case 'assumeCalm':
      return `calm ${printDays(assumption.count, assumption.unit)}`;
  }
}
