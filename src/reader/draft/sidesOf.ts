import { OPEN, pairOf, type FormInput, type Pair, type PairRules } from './formParts.ts';
import { sidesBetween } from './sidesBetween.ts';

const FIGHTING =
  /\b(?:clash\w*|fight\w*|battles?|skirmish\w*|firefights?|exchanges?(?: of fire)?|hostilities|violence|shelling)\s+(?:\w+\s+)?between\b/i;

/** The sides of an act: "clashes between A and B" names them, else who acts on whom. */
export function sidesOf(input: FormInput, rules: PairRules = {}): Pair {
  const between = FIGHTING.test(input.slots.text) ? sidesBetween(input) : null;
  if (between === null) return pairOf(input, rules);
  const [doer, target] = between;
  return { doer, act: 'clashes', target: target === OPEN ? null : target };
}
