/** Expected answers that each event of one unit brings in another, by row. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly rate: Float64Array;
}

/**
 * Largest eigenvalue of the matrix of links, row by row: the largest among groups of units that reach each other. In such
 * a group Collatz's bounds close on it, in power iteration from the last row's vector or, where that is slow, by squaring.
 * Source: hornJohnson2013 8.1, 8.4.
 */
export function growthOf(links: readonly Link[], n: number): (row: number) => number {
  const group = findGroups(links, n);
  const inside = links.filter(({ from, to }) => group[from] === group[to]);
  const members = new Map<number, number[]>();
  group.forEach((name, unit) => members.set(name, [...(members.get(name) ?? []), unit]));
  const place = new Int32Array(n);
  for (const units of members.values()) units.forEach((unit, k) => (place[unit] = k));
  const groups = [...members].map(([name, units]) => ({
    size: units.length,
    links: inside.filter(({ from }) => group[from] === name),
    vector: new Float64Array(units.length).fill(1),
  }));
  return (row) =>
    groups.reduce((most, { size, links: own, vector }) => {
      const matrix = new Float64Array(size * size);
      for (const { from, to, weight, rate } of own)
        matrix[place[to]! * size + place[from]!]! += weight * rate[row]!;
      return Math.max(most, dominant(matrix, size, vector));
    }, 0);
}

/** Units that reach each other through links bear the same number. */
function findGroups(links: readonly Link[], n: number): Int32Array {
  const reach = Array.from({ length: n }, (_, from) => {
    const seen = new Uint8Array(n);
    seen[from] = 1;
    return seen;
  });
  const next = Array.from({ length: n }, (): number[] => []);
  for (const { from, to } of links) next[from]!.push(to);
  reach.forEach((seen, from) => {
    const open = [from];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      for (const to of next[unit]!) {
        if (seen[to]) continue;
        seen[to] = 1;
        open.push(to);
      }
    }
  });
  return Int32Array.from(reach, (seen, unit) =>
    seen.findIndex((one, other) => one === 1 && reach[other]![unit] === 1),
  );
}

/** Relative width at which the bounds are taken as closed. */
const CLOSED = 1e-10;

/** Largest eigenvalue of a matrix ≥ 0 whose units all reach each other; `vector` is where to begin, and is renewed. */
function dominant(matrix: Float64Array, n: number, vector: Float64Array): number {
  if (n === 1) return matrix[0]!;
  const size = matrix.reduce((most, value) => Math.max(most, value), 0);
  if (!Number.isFinite(size)) return NaN;
  if (size === 0) return 0;
  let power = matrix;
  const bounds = { low: 0, high: Infinity };
  for (let squaring = 0; squaring < 40; squaring++) {
    for (let round = 0; round < (squaring === 0 ? 50 : 1); round++) {
      advance(power, n, vector, squaring === 0 ? size / 4 : 0);
      measure(matrix, n, vector, bounds);
      if (bounds.high - bounds.low <= CLOSED * bounds.high) return (bounds.low + bounds.high) / 2;
    }
    // A shift keeps cycles from swinging for ever.
    power = squaring === 0 ? shifted(matrix, n, size / 4) : square(power, n);
  }
  return (bounds.low + bounds.high) / 2;
}

/** vector ← (matrix + shift) vector, scaled. */
function advance(matrix: Float64Array, n: number, vector: Float64Array, shift: number): void {
  const next = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = shift * vector[i]!;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    next[i] = sum;
  }
  const most = next.reduce((all, value) => Math.max(all, value), 0);
  for (let i = 0; i < n; i++) vector[i] = Math.max(next[i]! / most, 1e-280);
}

/** Smallest and largest (M v)_i / v_i. */
function measure(
  matrix: Float64Array,
  n: number,
  vector: Float64Array,
  bounds: { low: number; high: number },
): void {
  bounds.low = Infinity;
  bounds.high = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    bounds.low = Math.min(bounds.low, sum / vector[i]!);
    bounds.high = Math.max(bounds.high, sum / vector[i]!);
  }
}

function shifted(matrix: Float64Array, n: number, shift: number): Float64Array {
  return matrix.map((value, k) => (Math.floor(k / n) === k % n ? value + shift : value));
}

function square(matrix: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  let most = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const value = matrix[i * n + k]!;
      if (value === 0) continue;
      for (let j = 0; j < n; j++) product[i * n + j]! += value * matrix[k * n + j]!;
    }
    for (let j = 0; j < n; j++) most = Math.max(most, product[i * n + j]!);
  }
  return product.map((value) => value / most);
}
