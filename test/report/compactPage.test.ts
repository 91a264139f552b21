import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactPage } from '../../src/report/compactPage.ts';
import { compactPath } from '../../src/report/compactPath.ts';

/** The points that a path of lines visits, in tenths; a move starts anew. Written without looking at the code it checks. */
function walk(path: string): string[] {
  const visited: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([text]) => Number(text));
    const base = letter === letter.toLowerCase();
    if (/z/i.test(letter)) [x, y] = [startX, startY];
    const pair = !/[hv]/i.test(letter);
    for (let at = 0; at < numbers.length; at += pair ? 2 : 1) {
      const [first, second] = [numbers[at]!, numbers[at + 1] ?? 0];
      if (pair) [x, y] = base ? [x + first, y + second] : [first, second];
      else if (/h/i.test(letter)) x = base ? x + first : first;
      else y = base ? y + first : first;
      if (/m/i.test(letter) && at === 0) [startX, startY] = [x, y];
      visited.push(`${/m/i.test(letter) && at === 0 ? 'M' : 'L'}${Math.round(x * 10)},${Math.round(y * 10)}`);
    }
    if (/z/i.test(letter)) visited.push('Z');
  }
  return visited;
}

const tenth = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
const piece = fc.oneof(
  fc.tuple(fc.constantFrom('M', 'L', 'l', 'm'), tenth, tenth).map(([c, x, y]) => `${c}${x},${y}`),
  fc.tuple(fc.constantFrom('H', 'V', 'h', 'v'), tenth).map(([c, x]) => `${c}${x}`),
  fc.constantFrom('z', 'Z'),
);

describe('a compact path', () => {
  it('visits the same points, whatever the lines', () => {
    fc.assert(
      fc.property(tenth, tenth, fc.array(piece, { maxLength: 30 }), (x, y, pieces) => {
        const path = `M${x} ${y}${pieces.join('')}`;
        expect(walk(compactPath(path))).toEqual(walk(path));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is shorter for a curve of many points, and leaves bends alone', () => {
    const long = `M10,100${Array.from({ length: 50 }, (_, step) => `L${10 + 6.7 * step},${100 + (step % 3)}`).join('')}`;
    expect(compactPath(long).length).toBeLessThan(0.7 * long.length);
    expect(compactPath('M0 0Q5 5 10 0')).toBe('M0 0Q5 5 10 0');
    expect(compactPath('')).toBe('');
  });
});

describe('a compact page', () => {
  it('leaves out what follows by itself and never touches text', () => {
    const html = '<tr><td>a &lt;/td&gt; d=&quot;M1 1&quot;</td></tr><path class="x" d="M10 10L20 20"></path>';
    expect(compactPage(html)).toBe(
      '<tr><td>a &lt;/td&gt; d=&quot;M1 1&quot;<path class="x" d="m10 10 10 10"/>',
    );
  });
});
