import type { RecordFault } from './recordFault.ts';

/** How many positions of one file were looked at against their country, and how many look exchanged. */
export interface PositionTally {
  add(line: number, swapped: boolean): void;
  /** Says why the file is refused, or null. */
  fault(): RecordFault | null;
}

const FEWEST_SWAPPED = 5;
const SHARE_SWAPPED = 0.2;

/**
 * One swapped position is a slip of one row and is set aside. Where a fifth of all positions of a file are swapped the
 * two columns are, and those that cannot be told apart, since they lie in their country either way, are swapped too.
 */
export function tallyPositions(file: string): PositionTally {
  let looked = 0;
  let swapped = 0;
  let first: number | null = null;
  return {
    add: (line, isSwapped) => {
      looked += 1;
      if (!isSwapped) return;
      swapped += 1;
      first ??= line;
    },
    fault: () =>
      swapped < FEWEST_SWAPPED || swapped < SHARE_SWAPPED * looked
        ? null
        : {
            file,
            line: first,
            message: `Latitude and longitude look exchanged: ${swapped} of ${looked} positions lie outside the country their row names, and inside it the other way round.`,
            hint: 'Look which column holds which; exchange their names in the header, or map them (--map).',
          },
  };
}
