import { CellFault } from './cellFault.ts';
import { readWholeNumber } from './readWholeNumber.ts';

/** A number of people with the column that holds it. */
export interface CountCellText {
  readonly column: string;
  readonly text: string;
}

/** Reads a count of people; null where it is not stated. */
export function readCount({ column, text }: CountCellText): number | null | CellFault {
  const reading = readWholeNumber(text);
  return reading.kind === 'fault' ? new CellFault(column, reading.reason) : reading.value;
}

export interface Deaths {
  readonly killedLow: number | null;
  readonly killedBest: number | null;
  readonly killedHigh: number | null;
}

/** Reads the least, best and most deaths of a row; numbers that contradict each other are a fault of the row. */
export function readToll(
  lowCell: CountCellText,
  bestCell: CountCellText,
  highCell: CountCellText,
): Deaths | CellFault {
  const low = readCount(lowCell);
  if (low instanceof CellFault) return low;
  const best = readCount(bestCell);
  if (best instanceof CellFault) return best;
  const high = readCount(highCell);
  if (high instanceof CellFault) return high;
  if (low !== null && high !== null && low > high) {
    return new CellFault(lowCell.column, `at least ${low} killed, but at most ${high}`);
  }
  if (best !== null && ((low !== null && best < low) || (high !== null && best > high))) {
    return new CellFault(
      bestCell.column,
      `the best number ${best} of killed does not lie between the least ${low ?? 'unknown'} and the most ${high ?? 'unknown'}`,
    );
  }
  return { killedLow: low, killedBest: best, killedHigh: high };
}
