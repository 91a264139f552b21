import { describe, expect, it } from 'vitest';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const at = makeFolder({
  'good.tacit': goodTheatre,
  'events.csv': makeRecord(goodRows),
  'wrong.tacit': goodTheatre.replace('within 10 days', 'within 1 month'),
});

interface Output {
  readonly streams: { text: string; claims: string[]; changes: unknown[]; segments: { events: number }[] }[];
}

describe('tacit changes', () => {
  it('lists every pattern of the claims with its claims and segments', async () => {
    const { code, out } = await runTacit('changes', at('good.tacit'), '--json');
    expect(code).toBe(0);
    const { streams } = JSON.parse(out) as Output;
    expect(streams[0]).toMatchObject({ text: 'North strikes South', claims: ['Answers'], changes: [] });
    expect(streams[0]?.segments.map(({ events }) => events)).toEqual([24]);
  });

  it('prints sentences, and only the patterns asked for', async () => {
    const { code, out } = await runTacit('changes', at('good.tacit'), '--stream', 'south ATTACKS');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^South attacks North\n {2}in Answers\n {2}no change of rate: 0\.033 a day throughout/,
    );
    expect(out).toContain('A change of rate is no verdict on any claim');
    expect(out).not.toContain('North strikes South\n');
  });

  it('ends with 2 and the patterns there are where none holds the text', async () => {
    const { code, out, error } = await runTacit('changes', at('good.tacit'), '--stream', 'West');
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('  South attacks North\n');
  });

  it('ends with 1 where the theatre has errors', async () => {
    expect((await runTacit('changes', at('wrong.tacit'))).code).toBe(1);
  });
});
