import { addColumn } from './addColumn.ts';
import { sumLocalColumns } from './localColumns.ts';
import type { PackedDesign } from './packDesign.ts';

/** sum = Σ theta_j column_j over the packed steps, j = from … to − 1; from 0 the local columns go by their basis. */
export function sumColumns(
  { local, columns }: PackedDesign,
  theta: Float64Array,
  from: number,
  to: number,
  sum: Float64Array,
): void {
  const first = from === 0 && local ? local.count : from;
  if (from === 0 && local) sumLocalColumns(local, theta, sum);
  else sum.fill(0);
  for (let j = first; j < to; j++) {
    if (theta[j] !== 0) addColumn(theta[j]!, columns[j]!, sum);
  }
}
