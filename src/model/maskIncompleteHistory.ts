/**
 * `recorded`, with every step masked whose last `lags` steps are not all recorded (and so the first `lags` steps of the
 * record): a trigger that nobody wrote down would otherwise be read as none.
 */
export function maskIncompleteHistory(recorded: Uint8Array, lags: number): Uint8Array {
  const masked = new Uint8Array(recorded.length);
  let unbroken = 0;
  for (let t = 0; t < recorded.length; t++) {
    if (recorded[t] && unbroken >= lags) masked[t] = 1;
    unbroken = recorded[t] ? unbroken + 1 : 0;
  }
  return masked;
}
