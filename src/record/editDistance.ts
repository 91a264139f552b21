/** Letters to add, leave out or change to make one text of another (Levenshtein), over bytes of UTF-8 as engines count. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [toBytes(one), toBytes(other)];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + change,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function toBytes(text: string): string[] {
  // Half of a pair of surrogates has no bytes.
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '?')).match(/%..|./g) ?? [];
}
