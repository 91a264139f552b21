import type { PackedPanel } from './packedPanel.ts';

/** Each part begins with an even share of the events of the units that use it, its first column of ones set to that level. */
export function chooseStart({ parameters, parts, blocks }: PackedPanel): Float64Array {
  const theta = Float64Array.from(parameters, ({ kind, start }) => (kind === 'overdispersion' ? 1 : start));
  const events = new Float64Array(theta.length);
  const exposure = new Float64Array(theta.length);
  for (const { pieces, parameters: own, y } of blocks) {
    const total = y.reduce((sum, count) => sum + count, 0);
    let first = 0;
    for (const { part, columns, multiplier } of pieces) {
      const level = columns.findIndex((column) => column.every((value) => value === 1));
      if (level >= 0) {
        const j = own[first + level]!;
        events[j]! += total / pieces.length;
        exposure[j]! += multiplier.reduce((sum, value) => sum + value, 0);
      }
      first += columns.length + parts[part]!.shape.length;
    }
  }
  for (let j = 0; j < theta.length; j++) {
    if (exposure[j]! > 0) theta[j] = Math.log((events[j]! + 0.1) / exposure[j]!);
    theta[j] = Math.min(Math.max(theta[j]!, parameters[j]!.lower), parameters[j]!.upper);
  }
  return theta;
}
