import { lettersOf } from './lettersOf.ts';

/** Something that takes room in a picture. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A name and the mark it belongs to. */
export interface Labelled {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** As large as letters are where the picture is drawn small. */
const LETTER = 8.3;
const ABOVE = 12;
const BELOW = 4;

/**
 * Names beside their marks, the first in the list first: right, left, under, above, whichever lies inside the picture and
 * over no name and no mark placed before. A name without room is left out; the table behind the picture has it.
 */
export function placeLabels(
  wanted: readonly Labelled[],
  width: number,
  height: number,
  taken: readonly Box[] = [],
): Label[] {
  const boxes: Box[] = [...taken];
  const labels: Label[] = [];
  for (const { text, x, y, radius } of wanted) {
    const tries: Label[] = [
      { text, x: x + radius + 4, y: y + 4, anchor: 'start' },
      { text, x: x - radius - 4, y: y + 4, anchor: 'end' },
      { text, x, y: y + radius + 14, anchor: 'middle' },
      { text, x, y: y - radius - 6, anchor: 'middle' },
    ];
    const free = tries.find((label) => {
      const box = boxOfLabel(label);
      return (
        box.left >= 2 &&
        box.right <= width - 2 &&
        box.top >= 2 &&
        box.bottom <= height - 2 &&
        !boxes.some((other) => overlap(box, other))
      );
    });
    if (!free) continue;
    labels.push(free);
    boxes.push(boxOfLabel(free));
  }
  return labels;
}

/** The room that a mark takes. */
export function boxOfMark({ x, y, radius }: Pick<Labelled, 'x' | 'y' | 'radius'>): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The room that a name takes. */
export function boxOfLabel({ text, x, y, anchor }: Label): Box {
  const length = lettersOf(text) * LETTER;
  const left = x - { start: 0, middle: length / 2, end: length }[anchor];
  return { left, right: left + length, top: y - ABOVE, bottom: y + BELOW };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
