/** The part of a passage between the commas and semicolons around some of its words. */
export function segmentAround(text: string, start: number, end: number): string {
  const before = Math.max(text.lastIndexOf(',', start), text.lastIndexOf(';', start)) + 1;
  const behind = [text.indexOf(',', end), text.indexOf(';', end)].filter((at) => at !== -1);
  return text.slice(before, Math.min(text.length, ...behind));
}
