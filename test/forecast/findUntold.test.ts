import { describe, expect, it } from 'vitest';
import { drawStream } from '../../src/forecast/drawStream.ts';
import { drawPanel, MADE } from './madeTheatre.ts';

const panel = drawPanel(600, 3);
const answering = MADE.streams.find(({ stream }) => stream === 'b')!;

/** The made record with only so many days of triggers. */
function drawOn(triggerDays: number) {
  const a = panel.streams.indexOf('a');
  const counts = panel.counts.map((own, k) =>
    own.map((count, t) => (k === a && t >= triggerDays ? 0 : count)),
  );
  const part = { ...panel, counts };
  const drawn = drawStream(answering, part, { seed: 1, draws: 200 });
  if ('kind' in drawn) throw new Error(drawn.detail);
  return drawn;
}

describe('terms of which the record says next to nothing', () => {
  it('are dropped by name, and their parameters are gone: almost no trigger', () => {
    const { untold, draws } = drawOn(2);
    expect(untold).toEqual(['Rule']);
    for (const name of untold) expect(draws.names).not.toContain(name);
  });

  it('stay where there are many', () => {
    expect(drawOn(600).untold).toEqual([]);
  });
});
