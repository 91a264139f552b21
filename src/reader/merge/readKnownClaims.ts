/** A claim that a theatre already holds, as its text has it. */
export interface KnownClaim {
  readonly name: string;
  readonly source: string;
  /** The words it hangs on; null where it has none. */
  readonly quote: string | null;
  /** Its form and restrictions on one line, in one spelling. */
  readonly form: string;
}

/**
 * The claims of a theatre file, read from its text: also those a `?` still leaves open, which no parser gives as a whole.
 * A claim ends where a line begins at the margin again.
 */
export function readKnownClaims(theatre: string): readonly KnownClaim[] {
  const claims: { head: string; lines: string[] }[] = [];
  let open: { head: string; lines: string[] } | null = null;
  for (const raw of theatre.split(/\r?\n/)) {
    const line = withoutRemark(raw);
    if (/^\s*claim\s/.test(line)) {
      open = { head: line.trim(), lines: [] };
      claims.push(open);
    } else if (/^\S/.test(line)) open = null;
    else if (open && line.trim() !== '') open.lines.push(line.trim());
  }
  return claims.flatMap(({ head, lines }) => {
    const [, name, source] = /^claim\s+(\S+)\s+by\s+(\S+)/.exec(head) ?? [];
    if (name === undefined || source === undefined) return [];
    const quote = /\bquote\s+"((?:[^"]|"")*)"/.exec(head)?.[1] ?? null;
    return [{ name, source, quote: quote?.replaceAll('""', '"') ?? null, form: plainForm(lines.join(' ')) }];
  });
}

/** Two slashes inside a text begin no remark. */
function withoutRemark(line: string): string {
  let inside = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') inside = !inside;
    else if (!inside && line.startsWith('//', at)) return line.slice(0, at);
  }
  return line;
}

/** A form in one spelling: one blank between words, acts in one number, no `on` before a side. */
export function plainForm(form: string): string {
  return form
    .split(/("(?:[^"]|"")*")/)
    .map((part) => (part.startsWith('"') ? part : plainWords(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainWords(text: string): string {
  return text
    .replace(/\bon\s+(?=[\p{Lu}\p{Lt}\p{Lo}]|anyone\b|each\b)/gu, '')
    .replace(/(?<![\p{L}\p{N}_])\p{Ll}+(?![\p{L}\p{N}_])/gu, singular);
}

function singular(word: string): string {
  if (/^(?:is|as|unless|less|anywhere|does|us)$/.test(word)) return word;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<!s)s$/, '');
}
