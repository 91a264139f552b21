/** A path of lines only: moves, lines, across, down, close, in absolute or relative numbers. */
const LINES_ONLY = /^[MmLlHhVvZz\d\s.,-]*$/;
const COMMAND = /([MmLlHhVvZz])([^MmLlHhVvZz]*)/g;

/** Tenths as whole numbers, so that relative steps do not drift. */
type Tenths = number;

interface Step {
  readonly letter: 'm' | 'l' | 'h' | 'v' | 'z';
  readonly dx: Tenths;
  readonly dy: Tenths;
}

/**
 * The same drawing with relative numbers to a tenth, which is as fine as the pictures are drawn, without the letters and
 * spaces that a reader of paths can do without, and with steps in one direction taken at once. Paths with curves are left
 * as they are.
 */
export function compactPath(path: string): string {
  if (!LINES_ONLY.test(path)) return path;
  let written = '';
  let last = '';
  for (const { letter, dx, dy } of joinSteps(readSteps(path))) {
    const numbers = numbersOf(letter, dx, dy).map(writeTenths);
    // After a move further pairs are lines; a second move needs its letter.
    const implied = (letter === last && letter !== 'm' && letter !== 'z') || (letter === 'l' && last === 'm');
    written += (implied ? joint(numbers[0] ?? '') : letter) + joinNumbers(numbers);
    last = letter;
  }
  return written;
}

function numbersOf(letter: Step['letter'], dx: Tenths, dy: Tenths): Tenths[] {
  if (letter === 'z') return [];
  if (letter === 'h') return [dx];
  return letter === 'v' ? [dy] : [dx, dy];
}

/** Every step of a path, from where the one before it ended. */
function readSteps(path: string): Step[] {
  const steps: Step[] = [];
  let [x, y]: [Tenths, Tenths] = [0, 0];
  let [startX, startY]: [Tenths, Tenths] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(COMMAND)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map((text) => Math.round(Number(text) * 10));
    const kind = command.toLowerCase();
    const relative = command === kind;
    if (kind === 'z') {
      steps.push({ letter: 'z', dx: 0, dy: 0 });
      [x, y] = [startX, startY];
      continue;
    }
    const single = kind === 'h' || kind === 'v';
    for (let at = 0; at + (single ? 0 : 1) < numbers.length; at += single ? 1 : 2) {
      const [a, b] = [numbers[at]!, numbers[at + 1] ?? 0];
      const [fromX, fromY] = relative ? [0, 0] : [x, y];
      const dx = kind === 'v' ? 0 : a - fromX;
      const dy = kind === 'h' ? 0 : (kind === 'v' ? a : b) - fromY;
      [x, y] = [x + dx, y + dy];
      if (kind === 'm' && at === 0) {
        [startX, startY] = [x, y];
        steps.push({ letter: 'm', dx, dy });
      } else {
        steps.push({ letter: letterOf(dx, dy), dx, dy });
      }
    }
  }
  return steps;
}

function letterOf(dx: Tenths, dy: Tenths): Step['letter'] {
  if (dy === 0) return 'h';
  return dx === 0 ? 'v' : 'l';
}

/** Steps on in the same direction are one; steps to nowhere are none, unless they are all there is: then they are a dot. */
function joinSteps(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    const draws = step.letter !== 'm' && step.letter !== 'z';
    const after = before && before.letter !== 'm' && before.letter !== 'z' ? before : null;
    if (!draws || after === null) {
      joined.push(step);
    } else if (isNowhere(after) || sameDirection(after, step)) {
      joined[joined.length - 1] = isNowhere(after)
        ? step
        : { letter: after.letter, dx: after.dx + step.dx, dy: after.dy + step.dy };
    } else if (!isNowhere(step)) {
      joined.push(step);
    }
  }
  return joined;
}

function isNowhere({ dx, dy }: Step): boolean {
  return dx === 0 && dy === 0;
}

function sameDirection(a: Step, b: Step): boolean {
  return a.dx * b.dy === a.dy * b.dx && a.dx * b.dx + a.dy * b.dy > 0;
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
