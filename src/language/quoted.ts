/** A text as it stands between quotation marks, a mark inside it doubled: `"the ""axis"""`. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
