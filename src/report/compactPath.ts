/** A path of lines only: moves, lines, across, down, close, in absolute or relative numbers. */
const LINES_ONLY = /^[MmLlHhVvZz\d\s.,-]*$/;
const COMMAND = /([MmLlHhVvZz])([^MmLlHhVvZz]*)/g;

/** Tenths as whole numbers, so that relative steps do not drift. */
type Tenths = number;

/**
 * The same path with relative numbers to a tenth, which is as fine as the pictures are drawn, and without the letters and
 * spaces that a reader of paths can do without. Paths with curves are left as they are.
 */
export function compactPath(path: string): string {
  if (!LINES_ONLY.test(path)) return path;
  let [x, y]: [Tenths, Tenths] = [0, 0];
  let [startX, startY]: [Tenths, Tenths] = [0, 0];
  let written = '';
  let last = '';
  const write = (letter: string, ...steps: Tenths[]) => {
    // After a move further pairs are lines; a second move needs its letter.
    const implied = (letter === last && letter !== 'm') || (letter === 'l' && last === 'm');
    const numbers = steps.map(writeTenths);
    written += (implied ? joint(numbers[0] ?? '') : letter) + joinNumbers(numbers);
    last = letter;
  };
  for (const [, letter = '', rest = ''] of path.matchAll(COMMAND)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map((text) => Math.round(Number(text) * 10));
    const kind = letter.toLowerCase();
    const relative = letter === kind;
    if (kind === 'z') {
      written += 'z';
      last = 'z';
      [x, y] = [startX, startY];
    } else if (kind === 'h' || kind === 'v') {
      for (const value of numbers) {
        const step = relative ? value : value - (kind === 'h' ? x : y);
        write(kind, step);
        if (kind === 'h') x += step;
        else y += step;
      }
    } else {
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const [toX, toY] = [numbers[at]!, numbers[at + 1]!];
        const [dx, dy] = relative ? [toX, toY] : [toX - x, toY - y];
        write(kind === 'm' && at === 0 ? 'm' : 'l', dx, dy);
        [x, y] = [x + dx, y + dy];
        if (kind === 'm' && at === 0) [startX, startY] = [x, y];
      }
    }
  }
  return written;
}

/** `-5` → `-.5`, `10` → `1`, `12` → `1.2`. */
function writeTenths(value: Tenths): string {
  return String(value / 10).replace(/^(-?)0\./, '$1.');
}

/** A minus parts two numbers by itself. */
function joinNumbers(numbers: readonly string[]): string {
  return numbers.reduce((text, number, index) => text + (index === 0 ? number : joint(number) + number), '');
}

function joint(next: string): string {
  return next.startsWith('-') ? '' : ' ';
}
