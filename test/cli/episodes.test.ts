import { describe, expect, it } from 'vitest';
import type { ListedEpisodes } from '../../src/evidence/index.ts';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const at = makeFolder({
  'good.tacit': goodTheatre,
  'none.tacit': goodTheatre.replace(/claim Answers[^]*?within 10 days\n/, ''),
  'events.csv': makeRecord(goodRows),
});

describe('tacit episodes', () => {
  it('counts the episodes of a claim about two sides', async () => {
    const { code, out } = await runTacit('episodes', at('good.tacit'));
    expect(code).toBe(0);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain('Answers: North strikes South / South attacks North 24 episodes');
    expect(text).toMatch(/answered: 2\d of 2\d begun by "North strikes South" \(100 %\)/);
  });

  it('lists each of them as JSON', async () => {
    const { out } = await runTacit('episodes', at('good.tacit'), '--json');
    const [listed] = (JSON.parse(out) as { claims: ListedEpisodes[] }).claims;
    expect(listed?.episodes).toHaveLength(24);
    expect(listed?.episodes[1]).toMatchObject({
      first: '2020-02-01',
      last: '2020-02-05',
      startedBy: 'first',
      endedBy: 'second',
      rounds: 1,
    });
  });

  it('says so where no claim is about two sides', async () => {
    const { code, out, error } = await runTacit('episodes', at('none.tacit'));
    expect([code, out]).toEqual([0, '']);
    expect(error).toContain('No claim of');
  });
});
