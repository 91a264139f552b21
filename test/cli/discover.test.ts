import { describe, expect, it } from 'vitest';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const at = makeFolder({
  'good.tacit': goodTheatre,
  'events.csv': makeRecord(goodRows),
  'short.tacit': goodTheatre.replace('2020-01-01 to 2021-12-31', '2020-01-01 to 2020-01-01'),
});

describe('tacit discover', () => {
  it('says what was searched, what was left out, and that nothing found is a verdict', async () => {
    const { code, out } = await runTacit('discover', at('good.tacit'));
    expect(code).toBe(0);
    expect(out).toContain('fewer than 10 events in one of the two parts');
    expect(out).toContain('No rule was found.');
    expect(out).toContain('Nothing here is a verdict.');
    expect(out).not.toContain('supported');
  });

  it('prints the same as JSON, with the seed', async () => {
    const { code, out } = await runTacit('discover', at('good.tacit'), '--json', '--seed', '7');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ seed: 7, tests: 0, rules: [], windows: [3, 7, 14, 30] });
  });

  it('ends with 2 where the record cannot be split', async () => {
    const { code, out, error } = await runTacit('discover', at('short.tacit'));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('too few days');
  });
});
