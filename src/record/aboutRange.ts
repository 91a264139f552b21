/** What `about N` takes: N give or take a fifth, both ends included. Whole numbers give ends without rounding error. */
export function aboutRange(value: number): { readonly low: number; readonly high: number } {
  return { low: (value * 4) / 5, high: (value * 6) / 5 };
}
