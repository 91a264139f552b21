/** Steps in a row that are marked, from `begin` to the one before `end`. */
export interface Run {
  readonly begin: number;
  readonly end: number;
}

/** Marked steps as runs, in order. */
export function listRuns(marks: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let begin = marks.indexOf(1); begin >= 0;) {
    const next = marks.indexOf(0, begin);
    const end = next < 0 ? marks.length : next;
    runs.push({ begin, end });
    begin = marks.indexOf(1, end);
  }
  return runs;
}

/** What marked steps hold before each step, and before the end: any number of sums over runs are then quick. */
export function sumBefore(values: Float64Array, marks: Uint8Array): Float64Array {
  const before = new Float64Array(values.length + 1);
  for (let step = 0; step < values.length; step++)
    before[step + 1] = before[step]! + (marks[step] === 1 ? values[step]! : 0);
  return before;
}

/** The sum over runs that are moved by `offset`; what then lies outside the record counts nothing. */
export function sumMoved(before: Float64Array, runs: readonly Run[], offset: number): number {
  const last = before.length - 1;
  let sum = 0;
  for (const { begin, end } of runs) {
    const from = Math.min(Math.max(begin + offset, 0), last);
    const to = Math.min(Math.max(end + offset, 0), last);
    sum += before[to]! - before[from]!;
  }
  return sum;
}
