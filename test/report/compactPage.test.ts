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

type Point = readonly [number, number];

/** The corners of every stroke: points passed in a straight line and steps to nowhere do not show. */
function corners(path: string): string[] {
  const strokes: { points: Point[]; closed: boolean }[] = [];
  for (const step of walk(path)) {
    const last = strokes.at(-1);
    if (step === 'Z') {
      if (last) last.closed = true;
      continue;
    }
    const [x = 0, y = 0] = step.slice(1).split(',').map(Number);
    if (last === undefined || step.startsWith('M')) strokes.push({ points: [[x, y]], closed: false });
    else if (last.closed) strokes.push({ points: [last.points[0]!, [x, y]], closed: false });
    else last.points.push([x, y]);
  }
  return strokes.map(({ points, closed }) => {
    const apart = points.filter(
      ([x, y], at) => at === 0 || x !== points[at - 1]![0] || y !== points[at - 1]![1],
    );
    const turning = apart.filter((point, at) => {
      const [before, after] = [apart[at - 1], apart[at + 1]];
      return before === undefined || after === undefined || !goesOn(before, point, after);
    });
    const dot = apart.length === 1 && points.length > 1;
    return `${dot ? 'dot ' : ''}${turning.join(' ')}${closed ? ' closed' : ''}`;
  });
}

function goesOn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
  return ux * vy === uy * vx && ux * vx + uy * vy > 0;
}

const tenth = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
const piece = fc.oneof(
  fc.tuple(fc.constantFrom('M', 'L', 'l', 'm'), tenth, tenth).map(([c, x, y]) => `${c}${x},${y}`),
  fc.tuple(fc.constantFrom('H', 'V', 'h', 'v'), tenth).map(([c, x]) => `${c}${x}`),
  fc.constantFrom('z', 'Z'),
);

describe('a compact path', () => {
  it('draws the same strokes, whatever the lines', () => {
    fc.assert(
      fc.property(tenth, tenth, fc.array(piece, { maxLength: 30 }), (x, y, pieces) => {
        const path = `M${x} ${y}${pieces.join('')}`;
        expect(corners(compactPath(path))).toEqual(corners(path));
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

  it('takes steps in one direction at once, and keeps dots', () => {
    expect(compactPath('M0 5H2H4V5L9 10L10 11H10')).toBe('m0 5h4l6 6');
    expect(compactPath('M1 1h0M3 1h0')).toBe('m1 1h0m2 0h0');
    expect(compactPath('M0 0H5H2')).toBe('m0 0h5-3');
  });
});

describe('a compact page', () => {
  it('leaves out what follows by itself and never touches text', () => {
    const html =
      '<tr><td>a &lt;/td&gt; d=&quot;M1 1&quot;</td></tr><rect x="1.23456" width="4"></rect><path class="x" d="M10 10L20 25"></path>';
    expect(compactPage(html)).toBe(
      '<tr><td>a &lt;/td&gt; d=&quot;M1 1&quot;<rect x="1.2" width="4"/><path class="x" d="m10 10 10 15"/>',
    );
  });
});
