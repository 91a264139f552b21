import type { NameMention } from '../article.ts';
import type { FormInput } from './formParts.ts';

/** "Since the truce signed in Luanda, …", "… after the talks in Brussels": where another thing was, not the act. */
const OTHER_TIME = /\b(?:since|after|following|before|until|ahead of)\b/i;
/** "Announced in Jeddah", "talks in Cairo": where it was spoken of. */
const SPOKEN_OF =
  /\b(?:announced|signed|brokered|agreed|reached|negotiated|mediated|concluded|met|meeting|talks|summit|conference|speaking|spoke|declared|said)\b[^,;]{0,25}\b(?:in|at)\s+(?:the\s+)?$/i;
/** Nothing but small words between an act and where it was: "shelling around", "attacks on convoys in". */
const NEAR = 40;

/**
 * Where a claim is set: the one place of the passage, or several that stand side by side as an area. Where the passage
 * names several apart, the one beside the act; else the place stays open, for the first one named may be another's.
 */
export function placeOf(input: FormInput): string | null {
  const { slots, place, area, missing, called } = input;
  const own = slots.places.filter((one) => !isOtherTime(input, one));
  const [first] = own;
  if (!first) return null;
  const together = own.filter(
    (one, index) => index === 0 || own.slice(0, index).some((other) => slots.joined(other, one)),
  );
  if (together.length > 1) return area(together);
  if (own.length === 1) return place(first);
  const beside = own.find((one) => standsBeside(input, one));
  if (beside) return place(beside);
  missing.push(`where: the passage names ${own.map(called).join(' and ')}`);
  return '?';
}

function isOtherTime({ slots }: FormInput, { start }: NameMention): boolean {
  const before = slots.text.slice(0, start - slots.offset);
  const segment = before.slice(before.lastIndexOf(',') + 1);
  return OTHER_TIME.test(segment) || SPOKEN_OF.test(segment);
}

function standsBeside({ slots }: FormInput, { start }: NameMention): boolean {
  return slots.events.some(({ start: from, end }) => {
    const act = slots.text.slice(Math.max(0, from - slots.offset), Math.max(0, start - slots.offset));
    return start > from && start - end <= NEAR && start >= end && !/[,;]/.test(act);
  });
}
