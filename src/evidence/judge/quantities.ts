import type { Quantity } from '../../language/index.ts';
import { aboutRange } from '../../record/index.ts';

/** The closed range of numbers that a quantity allows. A bare number is "exactly". */
export function allowedRange({ bound, value }: Quantity): { low: number; high: number } {
  switch (bound) {
    case 'at least':
      return { low: value, high: Infinity };
    case 'more than':
      return { low: value + Number.EPSILON * Math.max(1, value), high: Infinity };
    case 'at most':
      return { low: -Infinity, high: value };
    case 'fewer than':
      return { low: -Infinity, high: value - Number.EPSILON * Math.max(1, value) };
    case 'about':
      return aboutRange(value);
    case 'exactly':
    case null:
      return { low: value, high: value };
  }
}

/** Does a number known to lie between `low` and `high` fit? `open` where part of the range does. */
export function compareRange(low: number, high: number, quantity: Quantity): 'yes' | 'no' | 'open' {
  const allowed = allowedRange(quantity);
  if (low >= allowed.low && high <= allowed.high) return 'yes';
  return high < allowed.low || low > allowed.high ? 'no' : 'open';
}

/** `at least 50`, `none`, `170`. */
export function wordQuantity({ bound, value, none }: Quantity): string {
  if (none) return 'none';
  return bound === null ? String(value) : `${bound} ${value}`;
}
