/** A piece of text as a PDF places it. */
export interface TextPiece {
  readonly str: string;
  /** `[a, b, c, d, x, y]`; y grows upward. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

/** The lines of a page, in the order in which the file draws them, which in articles is the order of reading. */
export function readPageLines(pieces: readonly TextPiece[]): PageLine[] {
  const lines: PageLine[] = [];
  let open: { text: string; x: number; y: number; height: number; right: number } | null = null;
  const close = () => {
    if (open && open.text.trim() !== '') lines.push({ ...open, text: open.text.replace(/\s+/g, ' ').trim() });
    open = null;
  };
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [, , , , x = 0, y = 0] = transform;
    const tall = height || Math.abs(transform[3] ?? 0);
    if (open && str !== '' && Math.abs(open.y - y) > Math.max(2, open.height * 0.6)) close();
    if (open) {
      // A gap wider than a fifth of the letters' height is a space that the file does not write.
      if (
        str !== '' &&
        x - open.right > Math.max(1, tall * 0.2) &&
        !open.text.endsWith(' ') &&
        !str.startsWith(' ')
      )
        open.text += ' ';
      open.text += str;
      open.right = Math.max(open.right, x + width);
      open.height = Math.max(open.height, tall);
    } else if (str.trim() !== '') open = { text: str, x, y, height: tall, right: x + width };
    if (hasEOL) close();
  }
  close();
  return lines;
}
