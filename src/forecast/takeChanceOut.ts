import { meanOf } from './momentsOf.ts';

/** Futures that one control needs: fewer would fit chance instead of taking it out. */
const FUTURES_PER_CONTROL = 20;
/** A control of which the ones before leave less of its variance than this share adds nothing. */
const NEW_SHARE = 1e-6;

/**
 * A function that takes out of values, future by future, what controls explain: v − Σ b c, with b by least squares beside a
 * constant. Controls have expectation 0, so the mean stays what it is meant to be, and varies less from seed to seed. Those that
 * vary most come first; there are as many as the futures can carry. Source: glasserman2003.
 */
export function takeChanceOut(
  controls: readonly (readonly number[])[],
): (values: readonly number[]) => number[] {
  const basis = makeBasis(controls);
  return (values) => {
    const left = values.slice();
    for (const { control, centred, squares } of basis) {
      let product = 0;
      for (let p = 0; p < left.length; p++) product += centred[p]! * left[p]!;
      const slope = product / squares;
      for (let p = 0; p < left.length; p++) left[p]! -= slope * control[p]!;
    }
    return left;
  };
}

interface BasisControl {
  /** A sum of controls, so of expectation 0. */
  readonly control: Float64Array;
  /** The same around its mean, orthogonal to the ones before. */
  readonly centred: Float64Array;
  readonly squares: number;
}

/** Gram and Schmidt's way, on controls around their means. */
function makeBasis(controls: readonly (readonly number[])[]): BasisControl[] {
  const futures = controls[0]?.length ?? 0;
  const candidates = controls
    .map((control, index) => ({
      control: Float64Array.from(control),
      index,
      squares: squaresAround(control),
    }))
    .filter(({ squares }) => squares > 0)
    .sort((a, b) => b.squares - a.squares || a.index - b.index)
    .slice(0, Math.floor(futures / FUTURES_PER_CONTROL));
  const basis: BasisControl[] = [];
  for (const { control, squares } of candidates) {
    const mean = meanOf(control);
    const centred = control.map((value) => value - mean);
    for (const earlier of basis) {
      let product = 0;
      for (let p = 0; p < futures; p++) product += centred[p]! * earlier.centred[p]!;
      const slope = product / earlier.squares;
      for (let p = 0; p < futures; p++) {
        centred[p]! -= slope * earlier.centred[p]!;
        control[p]! -= slope * earlier.control[p]!;
      }
    }
    const left = squaresAround(centred);
    if (left > NEW_SHARE * squares) basis.push({ control, centred, squares: left });
  }
  return basis;
}

function squaresAround(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let p = 0; p < values.length; p++) sum += (values[p]! - mean) ** 2;
  return sum;
}
