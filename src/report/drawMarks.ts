/** Paths that draw many marks with one element each, so that a file with thousands of events stays small. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Filled circles: segments of length zero, to be stroked with round caps as wide as the circle. */
export function dotsPath(spots: readonly Spot[]): string {
  return spots.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('');
}

/** Triangles with their tip up, `size` wide and high, centred on the spots. */
export function trianglesPath(spots: readonly Spot[], size: number): string {
  const half = round(size / 2);
  return spots
    .map(({ x, y }) => `M${round(x)} ${round(y - size / 2)}l${half} ${round(size)}h${round(-size)}z`)
    .join('');
}

/** Bars from a base line to a height, all of one width. */
export function barsPath(tops: readonly Spot[], base: number, width: number): string {
  return tops
    .map(({ x, y }) => `M${round(x)} ${round(base)}V${round(y)}h${round(width)}V${round(base)}z`)
    .join('');
}

/** One decimal is finer than a screen shows and keeps the bytes stable. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
