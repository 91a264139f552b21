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

/** Bars that touch each other as one outline, for columns in order from left to right; where one is missing it goes down to the base. */
export function skylinePath(
  tops: readonly Spot[],
  base: number,
  width: number,
  /** Where the picture ends. */
  right: number,
): string {
  let path = '';
  let end = Number.NaN;
  for (const { x, y } of tops) {
    const touches = Math.abs(x - end) < 0.05 * width;
    path += touches
      ? `V${round(y)}`
      : `${path === '' ? '' : `V${round(base)}z`}M${round(x)} ${round(base)}V${round(y)}`;
    end = x + width;
    path += `H${round(Math.min(end, right))}`;
  }
  return path === '' ? '' : `${path}V${round(base)}z`;
}

/** A line without the points that lie on it anyway, to within `tolerance` (Ramer, Douglas and Peucker). */
export function thinLine(points: readonly Spot[], tolerance: number): readonly Spot[] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || first === undefined || last === undefined) return points;
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const length = Math.hypot(dx, dy);
  let [farthest, at] = [tolerance, 0];
  points.forEach(({ x, y }, index) => {
    const [fromX, fromY] = [x - first.x, y - first.y];
    const away = length === 0 ? Math.hypot(fromX, fromY) : Math.abs(fromX * dy - fromY * dx) / length;
    if (away > farthest) [farthest, at] = [away, index];
  });
  if (at === 0) return [first, last];
  return [
    ...thinLine(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...thinLine(points.slice(at), tolerance),
  ];
}

/** A line through spots. */
export function throughPath(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** One decimal is finer than a screen shows and keeps the bytes stable. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
