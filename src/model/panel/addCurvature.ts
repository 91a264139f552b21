/** Sums of one unit's gradient and curvature, column by column; the letters are those of `panelLikelihood.ts`. */
import type { LiveBlock, LivePiece } from './livePiece.ts';

/** Room for one value a cell: a, b, −d² log f/d mu d ln psi, ln(1 + psi mu), and two products. */
export interface Workspace {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly turn: Float64Array;
  readonly logs: Float64Array;
  readonly weight: Float64Array;
  readonly product: Float64Array;
}

/** Entries whose slope of the mean is factor · column: v X for coefficients, exp() m' for shapes. */
interface Kind {
  readonly piece: LivePiece;
  readonly isShape: boolean;
  readonly first: number;
  readonly factor: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** Fills slope, bend and cross of a block from the weights of its cells. */
export function addCurvature(block: LiveBlock, psi: number, expected: boolean, space: Workspace): void {
  const { pieces, slope, bend, cross } = block;
  const { a, b, turn, weight, product } = space;
  const kinds = listKinds(pieces);
  cross.fill(0);
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]!;
    const { factor } = kind;
    multiply(weight, a, factor);
    sumEach(kind, weight, slope, 1);
    if (psi > 0 && !expected) {
      multiply(weight, turn, factor);
      sumEach(kind, weight, cross, -1);
    }
    for (let l = 0; l <= k; l++) {
      const other = kinds[l]!;
      weighPair(weight, kind, other, a, b, expected);
      for (let e = 0; e < kind.columns.length; e++) {
        const row = ((kind.first + e) * (kind.first + e + 1)) / 2;
        const constant = constantOf(kind, e);
        // A column of one value leaves the weights as they are.
        const weighed = constant === constant ? weight : multiply(product, weight, kind.columns[e]!);
        const times = constant === constant ? constant : 1;
        const last = k === l ? e : other.columns.length - 1;
        for (let f = 0; f <= last; f++) {
          const level = constantOf(other, f);
          bend[row + other.first + f] =
            times * (level === level ? level * sumOf(weighed) : sumProduct(weighed, other.columns[f]!));
        }
      }
    }
    if (kind.isShape && !expected) subtractBends(kind, a, bend, weight);
  }
}

function listKinds(pieces: readonly LivePiece[]): Kind[] {
  return pieces.flatMap((piece) => {
    const { columns } = piece.packed;
    const { first, shape } = piece;
    const kinds: Kind[] = [{ piece, isShape: false, first, factor: piece.value, columns }];
    if (shape) {
      const after = first + columns.length;
      kinds.push({ piece, isShape: true, first: after, factor: piece.exposure, columns: shape.first });
    }
    return kinds;
  });
}

/** The value that a column holds throughout, or NaN. */
function constantOf({ piece, isShape }: Kind, e: number): number {
  return isShape ? NaN : piece.constants[e]!;
}

/** b f f', less a times the part of d² mu that two kinds of one piece share. */
function weighPair(
  weight: Float64Array,
  kind: Kind,
  other: Kind,
  a: Float64Array,
  b: Float64Array,
  expected: boolean,
): void {
  const left = kind.factor;
  const right = other.factor;
  const size = weight.length;
  const bends = !expected && kind.piece === other.piece && !(kind.isShape && other.isShape);
  if (bends) for (let i = 0; i < size; i++) weight[i] = left[i]! * (b[i]! * right[i]! - a[i]!);
  else for (let i = 0; i < size; i++) weight[i] = b[i]! * left[i]! * right[i]!;
}

/** − a exp() m'' among the shapes of one piece. */
function subtractBends(kind: Kind, a: Float64Array, bend: Float64Array, weight: Float64Array): void {
  multiply(weight, a, kind.factor);
  let next = 0;
  for (let e = 0; e < kind.columns.length; e++) {
    const row = ((kind.first + e) * (kind.first + e + 1)) / 2 + kind.first;
    for (let f = 0; f <= e; f++) bend[row + f]! -= sumProduct(weight, kind.piece.shape!.second[next++]!);
  }
}

function sumEach(kind: Kind, weight: Float64Array, into: Float64Array, sign: number): void {
  for (let e = 0; e < kind.columns.length; e++) {
    const constant = constantOf(kind, e);
    const sum = constant === constant ? constant * sumOf(weight) : sumProduct(weight, kind.columns[e]!);
    into[kind.first + e] = sign * sum;
  }
}

function multiply(product: Float64Array, left: Float64Array, right: Float64Array): Float64Array {
  for (let i = 0; i < product.length; i++) product[i] = left[i]! * right[i]!;
  return product;
}

/** Four running sums, so that additions need not wait for each other; the order is fixed. */
function sumOf(values: Float64Array): number {
  const size = values.length;
  let [p, q, r, s] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < size; i += 4) {
    p += values[i]!;
    q += values[i + 1]!;
    r += values[i + 2]!;
    s += values[i + 3]!;
  }
  for (; i < size; i++) p += values[i]!;
  return p + q + (r + s);
}

function sumProduct(left: Float64Array, right: Float64Array): number {
  const size = left.length;
  let [p, q, r, s] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < size; i += 4) {
    p += left[i]! * right[i]!;
    q += left[i + 1]! * right[i + 1]!;
    r += left[i + 2]! * right[i + 2]!;
    s += left[i + 3]! * right[i + 3]!;
  }
  for (; i < size; i++) p += left[i]! * right[i]!;
  return p + q + (r + s);
}
