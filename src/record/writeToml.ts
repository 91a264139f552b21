/** A text in quotes, as TOML writes it. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

/** A line of comment: control characters, which TOML does not allow there, become spaces. */
export function comment(text: string): string {
  return `# ${text.replace(/[\u0000-\u001f\u007f]+/g, ' ')}`;
}
