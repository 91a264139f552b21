/** How many bytes a text takes as UTF-8. */
export function countBytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    bytes += 1;
    // Each half of a pair stands for two of the four bytes of its letter.
    if (code >= 0x800 && (code < 0xd800 || code >= 0xe000)) bytes += 1;
  }
  return bytes;
}
