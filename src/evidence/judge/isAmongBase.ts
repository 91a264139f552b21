/** Whether a window lies among the days it is compared with, not wholly before or behind them. */
export function isAmongBase(window: Uint8Array, base: Uint8Array): boolean {
  const [first, last] = [window.indexOf(1), window.lastIndexOf(1)];
  return base.includes(1) && base.indexOf(1) < last && base.lastIndexOf(1) > first;
}
