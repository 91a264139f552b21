import type { NameMention } from '../article.ts';
import { OPEN, nearBy, type FormInput } from './formParts.ts';

/** How far behind "and" the second side may begin: "and the armed groups allied with it". */
const REACH = 60;

/**
 * The two sides of "between A and B" as the draft calls them; a side whose words nobody knows is `?`, and its words are
 * told. Null where the passage has no such words.
 */
export function sidesBetween(input: FormInput): readonly [string, string] | null {
  const { slots, actor, missing } = input;
  const opening = /\b(?:between|both)\s+(?!\d|then\b|now\b)/i.exec(slots.text);
  if (!opening) return null;
  const from = slots.offset + opening.index + opening[0].length;
  const named = slots.mentions.filter((one) => one.start >= from && actor(one) !== null);
  const and = jointBehind(slots.text, opening.index + opening[0].length, named, slots.offset);
  if (and === null) return null;
  const joint = slots.offset + and;
  const first = named.find(({ end }) => end <= joint) ?? null;
  const second =
    named.find(({ start }) => start >= joint && start < joint + REACH && start < stop(slots, joint)) ?? null;
  if (first === null && second === null) return null;
  const sides = [actor(first), actor(second)] as const;
  if (sides[0] !== null && sides[0] === sides[1]) return null;
  for (const [index, side] of sides.entries()) {
    if (side !== null) continue;
    const words =
      index === 0
        ? slots.text.slice(opening.index + opening[0].length, and)
        : slots.text
            .slice(and)
            .replace(/^\s*and\s+/i, '')
            .slice(0, REACH);
    missing.push(
      `between whom: nobody is known for "${words.replace(/\s+/g, ' ').trim()}"${nearBy(input, [...sides])}`,
    );
  }
  return [sides[0] ?? OPEN, sides[1] ?? OPEN];
}

/** Where the "and" stands between the two sides: the first one outside a name. */
function jointBehind(
  text: string,
  from: number,
  named: readonly NameMention[],
  offset: number,
): number | null {
  for (const found of text.slice(from).matchAll(/\s+and\s+/gi)) {
    const at = from + found.index;
    if (!named.some(({ start, end }) => start < offset + at && offset + at < end)) return at;
  }
  return null;
}

/** Where the second side ends at the latest: at a comma. */
function stop({ text, offset }: FormInput['slots'], from: number): number {
  const comma = text.indexOf(',', from - offset);
  return comma === -1 ? Infinity : offset + comma;
}
