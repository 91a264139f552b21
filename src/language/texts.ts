/** A text as it stands between quotation marks, a mark inside it doubled: `"the ""axis"""`. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text inside its quotation marks; the inverse of `quoted`. A missing closing mark is passed over. */
export function unquoted(image: string): string {
  return image.slice(1, isClosed(image) ? -1 : undefined).replaceAll('""', '"');
}

/** Whether a text token has its closing mark: all marks, doubled ones included, pair up. */
export function isClosed(image: string): boolean {
  return (image.length - image.replaceAll('"', '').length) % 2 === 0;
}
