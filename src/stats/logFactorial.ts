import { logGamma } from './logGamma.ts';

const TABLE_SIZE = 256;
const LOG_FACTORIALS = /* @__PURE__ */ tabulate();

function tabulate(): Float64Array {
  const table = new Float64Array(TABLE_SIZE);
  for (let n = 2; n < TABLE_SIZE; n++) table[n] = logGamma(n + 1);
  return table;
}

/** ln y!, from a table for the counts that occur; y need not be a whole number. */
export function logFactorial(y: number): number {
  return (Number.isInteger(y) && LOG_FACTORIALS[y]) || (y === 0 ? 0 : logGamma(y + 1));
}
