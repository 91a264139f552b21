/** into = Θ·values for K levels; `values` starts at `offset`. */
export type Transition = (
  theta: Float64Array,
  values: Float64Array,
  offset: number,
  into: Float64Array,
) => void;

export function transitionOf(levels: number): Transition {
  if (levels === 11) return applyEleven;
  if (levels === 5) return applyFive;
  if (levels === 2) return applyTwo;
  return (theta, values, offset, into) => {
    for (let i = 0, k = 0; i < levels; i++) {
      let sum = 0;
      for (let j = 0; j < levels; j++, k++) sum += theta[k]! * values[offset + j]!;
      into[i] = sum;
    }
  };
}

/**
 * Eleven levels, written out because the chain spends half its time here. Only additions of
 * products of non-negative numbers: very unlikely levels keep their relative precision.
 */
function applyEleven(theta: Float64Array, values: Float64Array, offset: number, into: Float64Array): void {
  const v0 = values[offset]!;
  const v1 = values[offset + 1]!;
  const v2 = values[offset + 2]!;
  const v3 = values[offset + 3]!;
  const v4 = values[offset + 4]!;
  const v5 = values[offset + 5]!;
  const v6 = values[offset + 6]!;
  const v7 = values[offset + 7]!;
  const v8 = values[offset + 8]!;
  const v9 = values[offset + 9]!;
  const v10 = values[offset + 10]!;
  for (let i = 0, k = 0; i < 11; i++, k += 11) {
    into[i] =
      theta[k]! * v0 +
      theta[k + 1]! * v1 +
      theta[k + 2]! * v2 +
      theta[k + 3]! * v3 +
      theta[k + 4]! * v4 +
      theta[k + 5]! * v5 +
      (theta[k + 6]! * v6 +
        theta[k + 7]! * v7 +
        theta[k + 8]! * v8 +
        theta[k + 9]! * v9 +
        theta[k + 10]! * v10);
  }
}

/** Five levels, for the search. */
function applyFive(theta: Float64Array, values: Float64Array, offset: number, into: Float64Array): void {
  const v0 = values[offset]!;
  const v1 = values[offset + 1]!;
  const v2 = values[offset + 2]!;
  const v3 = values[offset + 3]!;
  const v4 = values[offset + 4]!;
  for (let i = 0, k = 0; i < 5; i++, k += 5) {
    into[i] =
      theta[k]! * v0 + theta[k + 1]! * v1 + theta[k + 2]! * v2 + (theta[k + 3]! * v3 + theta[k + 4]! * v4);
  }
}

/** Two levels, for storms. */
function applyTwo(theta: Float64Array, values: Float64Array, offset: number, into: Float64Array): void {
  const v0 = values[offset]!;
  const v1 = values[offset + 1]!;
  into[0] = theta[0]! * v0 + theta[1]! * v1;
  into[1] = theta[2]! * v0 + theta[3]! * v1;
}
