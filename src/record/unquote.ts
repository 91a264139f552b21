/**
 * A cell of a table whose quotation marks are letters, without outer spaces and without quotation marks around the whole
 * of it: some editions of such files were saved by a program that put them there.
 */
export function unquote(cell: string): string {
  const [start, end] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  // Most cells begin and end with a letter or a digit and are handed back as they are.
  if (start > 34 && start < 128 && end > 34 && end < 128) return cell;
  const text = cell.trim();
  if (text.charCodeAt(0) !== 34 || text.length < 2 || text.charCodeAt(text.length - 1) !== 34) return text;
  const inside = text.slice(1, -1);
  return inside.includes('"') ? inside.replaceAll('""', '"').replaceAll('\\"', '"').trim() : inside.trim();
}
