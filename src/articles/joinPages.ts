import type { PageLine } from './readPageLines.ts';

/** Second halves of compounds: the hyphen at the line's end is the word's own. */
const OWN_HYPHEN =
  /^(backed|led|aligned|linked|based|held|controlled|affiliated|sponsored|funded|run|made|called|known|term|range|scale|style|level|wide|long|old|first|third|up|down|in|out|off|on|to|and|or)\b/;
const OPENING_LINES = 3;

/** The pages of a PDF as paragraphs with blank lines between them. */
export function joinPages(pages: readonly (readonly PageLine[])[]): string {
  const running = findRunningLines(pages);
  const blocks: string[] = [];
  for (const lines of pages) {
    const usual = medianGap(lines);
    const kept = withoutEdges(lines, running, usual);
    const widest = Math.max(0, ...kept.map(({ right }) => right));
    const left = Math.min(Infinity, ...kept.map(({ x }) => x));
    for (const [index, line] of kept.entries()) {
      const before = kept[index - 1];
      const open = blocks.at(-1);
      const goesOn =
        open !== undefined &&
        (before ? !startsBlock(before, line, usual, widest, left) : goesOnAcross(open, line.text));
      if (goesOn) blocks[blocks.length - 1] = joinLine(open, line.text);
      else blocks.push(line.text);
    }
  }
  return blocks.join('\n\n');
}

/** Takes running heads and feet off, from the edge inward: lines of many pages that stand apart from the text. */
function withoutEdges(
  lines: readonly PageLine[],
  running: ReadonlySet<string>,
  usual: number,
): readonly PageLine[] {
  const isRunning = (line: PageLine | undefined, inner: PageLine | undefined): boolean => {
    if (!line) return false;
    if (isPageNumber(line.text)) return true;
    const apart =
      !inner ||
      Math.abs(line.y - inner.y) > usual * 1.3 ||
      Math.abs(line.height - inner.height) > line.height * 0.1;
    return apart && running.has(patternOf(line.text));
  };
  let [from, to] = [0, lines.length];
  while (from < OPENING_LINES && from < to && isRunning(lines[from], lines[from + 1])) from += 1;
  while (lines.length - to < OPENING_LINES && to > from && isRunning(lines[to - 1], lines[to - 2])) to -= 1;
  return lines.slice(from, to);
}

function startsBlock(before: PageLine, line: PageLine, usual: number, widest: number, left: number): boolean {
  const gap = Math.abs(before.y - line.y);
  // A line that lies higher on the page begins a column; the sentence may go on in it.
  if (line.y > before.y + before.height) return !goesOnAcross(before.text, line.text);
  if (usual > 0 && gap > usual * 1.4) return true;
  if (Math.abs(before.height - line.height) > Math.max(1, before.height * 0.15)) return true;
  const ended = /[.!?]["')\u201d\u2019]?$/.test(before.text);
  if (ended && line.x > left + line.height * 0.8 && before.x <= left + line.height * 0.8) return true;
  return ended && before.right < widest * 0.85 && /^["'\u201c\u2018(]?\p{Lu}/u.test(line.text);
}

function goesOnAcross(open: string, text: string): boolean {
  return (
    !/[.!?:]["')\u201d\u2019]?$/.test(open) &&
    (/^\p{Ll}/u.test(text) || /[,;\u2010-]$/.test(open) || open.length > 60)
  );
}

/** Mends a word parted at the end of a line, unless the hyphen belongs to it: "Iran-" and "backed". */
function joinLine(open: string, text: string): string {
  const parted = /(\p{L}+)[-\u2010\u00ad]$/u.exec(open);
  if (!parted) return `${open} ${text}`;
  const first = parted[1] ?? '';
  const own = OWN_HYPHEN.test(text) || /^\p{Lu}|^\d/u.test(text) || /^\p{Lu}{2,}$/u.test(first);
  return own && !open.endsWith('\u00ad') ? open + text : open.slice(0, -1) + text;
}

/** First and last lines that stand on many pages, their numbers aside. */
function findRunningLines(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set(
      [...lines.slice(0, OPENING_LINES), ...lines.slice(-OPENING_LINES)].map(({ text }) => patternOf(text)),
    );
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  // Left and right pages may bear different heads.
  const needed = Math.max(3, pages.length * 0.3);
  return new Set(
    [...counts]
      .filter(([pattern, count]) => count >= needed && pattern.length < 120)
      .map(([pattern]) => pattern),
  );
}

function patternOf(text: string): string {
  return text.replace(/\d+/g, '#').toLowerCase();
}

function isPageNumber(text: string): boolean {
  return /^[-\u2013 ]*(page |p\. ?)?(\d{1,4}|[ivxl]{1,6})( ?(of|\/) ?\d{1,4})?[-\u2013 ]*$/i.test(text);
}

function medianGap(lines: readonly PageLine[]): number {
  const gaps = lines
    .slice(1)
    .map(({ y }, index) => (lines[index]?.y ?? 0) - y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
