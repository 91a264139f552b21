import type {
  ActorReference,
  Amount,
  Pattern,
  PlaceReference,
  Quantity,
  Size,
  Unit,
  Where,
  Window,
} from './document.ts';
import { KEYWORDS } from './keywords.ts';

/** Every digit of a number and nothing else: numbers of the language have no exponent. */
export function printNumber(value: number): string {
  const plain = String(value);
  if (!plain.includes('e')) return plain;
  return value >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

export function printDays(count: number, unit: Unit): string {
  return `${printNumber(count)} ${count === 1 ? unit : `${unit}s`}`;
}

/** @param none how a zero is said at this place */
export function printQuantity(quantity: Quantity, none: 'none' | 'no' = 'none'): string {
  if (quantity.none) return none;
  return words(quantity.bound, printNumber(quantity.value));
}

/** An act's name, between backquotes where it is also a word of the language. */
export function printAct(word: string): string {
  return KEYWORDS.has(word) ? `\`${word}\`` : word;
}

export function printActor(actor: ActorReference): string {
  const except = actor.except.length > 0 ? `except ${actor.except.join(', ')}` : null;
  if (actor.anyone) return words('anyone', except);
  if (actor.sameActor) return 'the same actor';
  return words(actor.each ? 'each of' : null, actor.name, except);
}

export function printPlace(place: PlaceReference): string {
  const except = place.except.length > 0 ? `except ${place.except.join(', ')}` : null;
  if (place.anywhere) return words('anywhere', except);
  if (place.samePlace) return 'the same place';
  return words(place.each ? 'each of' : null, place.name, except);
}

/** `Militias attack US in Bases on 2024-01-28 killing at least 3`. */
export function printPattern(pattern: Pattern): string {
  return words(
    printActor(pattern.actor),
    printAct(pattern.actWord),
    pattern.target && pattern.on ? 'on' : null,
    pattern.target && printActor(pattern.target),
    pattern.where && printWhere(pattern.where),
    pattern.date && `on ${pattern.date}`,
    pattern.size && printSize(pattern.size),
  );
}

/** `US strikes Axis or Israel strikes Axis`, `deaths from Farc attacks`, `days with …`. */
export function printAmount(amount: Amount): string {
  const patterns = amount.patterns.map(printPattern).join(' or ');
  switch (amount.unit.of) {
    case 'events':
      return patterns;
    case 'days':
      return `days with ${patterns}`;
    case 'deaths':
      return `deaths from ${patterns}`;
    case 'measure':
      return `${amount.unit.measure} from ${patterns}`;
  }
}

export function printWindow(window: Window): string {
  switch (window.kind) {
    case 'within':
      return `within ${printDays(window.count, window.unit)}`;
    case 'after':
      return `after ${printNumber(window.from)} to ${printDays(window.to, window.unit)}`;
    case 'that day':
      return 'that day';
  }
}

/** Joins what is there. */
export function words(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}

function printWhere(where: Where): string {
  switch (where.kind) {
    case 'in':
      return `in ${printPlace(where.place)}`;
    case 'elsewhere':
      return 'elsewhere';
    case 'near': {
      const place = where.samePlace ? 'the same place' : where.place;
      return words('near', place, `up to ${printNumber(where.kilometres)} km`);
    }
  }
}

function printSize(size: Size): string {
  return words(size.of, printQuantity(size.quantity), size.measure);
}
