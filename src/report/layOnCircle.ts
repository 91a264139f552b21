import { round } from './drawMarks.ts';

export interface CircleSpot {
  readonly x: number;
  readonly y: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Room for names beside the circle. */
const SIDE = 130;
const ABOVE = 34;

/** Names around an ellipse in the order given, from the top clockwise: the same names always lie the same way. */
export function layOnCircle(
  names: readonly string[],
  width: number,
  height: number,
): ReadonlyMap<string, CircleSpot> {
  const [middleX, middleY] = [width / 2, height / 2];
  const [across, down] = [width / 2 - SIDE, height / 2 - ABOVE];
  return new Map(
    names.map((name, index) => {
      const turn = (2 * Math.PI * index) / names.length - Math.PI / 2;
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const [x, y] = [middleX + across * cos, middleY + down * sin];
      const side = cos > 0 ? 'start' : 'end';
      const anchor = Math.abs(cos) < 0.2 ? 'middle' : side;
      const labelY = anchor === 'middle' ? y + (sin < 0 ? -14 : 24) : y + 4;
      return [
        name,
        {
          x: round(x),
          y: round(y),
          labelX: round(x + Math.sign(round(cos)) * 12),
          labelY: round(labelY),
          anchor,
        },
      ];
    }),
  );
}
