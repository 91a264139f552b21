/** A fitted or declared rule: `rho` expected direct answers in stream `to` per event of stream `from`. */
export interface BranchingRule {
  readonly from: string;
  readonly to: string;
  readonly rho: number;
}

/** R[from][to]: expected direct answers per event, summed over rules; zero without rules. Streams in the order given. */
export function branchingMatrix(streams: readonly string[], rules: readonly BranchingRule[]): Float64Array[] {
  const matrix = streams.map(() => new Float64Array(streams.length));
  for (const { from, to, rho } of rules) {
    const row = matrix[streams.indexOf(from)];
    const column = streams.indexOf(to);
    if (!row || column < 0) throw new Error(`a rule from "${from}" to "${to}" leaves the streams given`);
    row[column]! += rho;
  }
  return matrix;
}
