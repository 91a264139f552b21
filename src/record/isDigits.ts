/** Whether a text is exactly so many digits and nothing else; without a count, one or more. */
export function isDigits(text: string, count = text.length): boolean {
  if (text.length !== count || count === 0) return false;
  for (let at = 0; at < count; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
