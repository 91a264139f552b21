/** sum += coefficient · column. A loop by itself: those that call it are then not worth optimising, which takes longer than they run. */
export function addColumn(coefficient: number, column: Float64Array, sum: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += coefficient * column[i]!;
}
