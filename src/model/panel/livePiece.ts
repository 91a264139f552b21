/** One unit of a panel while its parameters move; the letters are those of `panelLikelihood.ts`. */
import type { PackedBlock, PackedPart, PackedPiece } from './packedPanel.ts';

export interface LiveBlock {
  readonly packed: PackedBlock;
  readonly mean: Float64Array;
  readonly pieces: readonly LivePiece[];
  /** Gradient and negative curvature (lower triangle) by the entries of `packed.parameters`. */
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** −d² by entry and −ln psi. */
  readonly cross: Float64Array;
  psiSlope: number;
  psiBend: number;
  /** Log-likelihood without the part that speaks of psi and the counts alone. */
  evaluate(theta: Float64Array, psi: number): number;
  differentiate(theta: Float64Array, psi: number, expected: boolean): void;
}

/** One part of the mean in the unit, and its slopes by the shape's parameters. */
export interface LivePiece {
  readonly packed: PackedPiece;
  readonly part: PackedPart;
  /** First entry of the piece. */
  readonly first: number;
  readonly value: Float64Array;
  /** Shapes only: offset · exp(Σ beta X), history m, m', m''. */
  readonly exposure: Float64Array;
  readonly shape: {
    point: Float64Array;
    curved: boolean;
    m: Float64Array;
    first: Float64Array[];
    second: Float64Array[];
  } | null;
  /** Columns that hold one value throughout, or NaN. */
  readonly constants: Float64Array;
}
