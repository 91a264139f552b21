import { describe, expect, it } from 'vitest';
import type { PlannedStream } from '../../src/model/index.ts';
import { theatreOf } from '../language/theatreText.ts';
import { planOf, SMALL_HEAD } from './smallTheatre.ts';

const claims = (...sentences: string[]): string =>
  sentences.map((sentence, index) => `claim C${index} by Undated\n  ${sentence}\n`).join('');
const streamsOf = (...sentences: string[]): readonly PlannedStream[] =>
  planOf(theatreOf(`${SMALL_HEAD}${claims(...sentences)}`)).streams;

const COUNTS_HEAD = SMALL_HEAD.replace(
  `record "made.csv"
  covers 2020-01-01 to 2021-12-31`,
  `record "table.csv" as counts per day
  covers 2020-01-01 to 2021-12-31
  column fort is North strikes on South in Fort
  column camp is North strikes on South in Camp
  column back is South attacks on North
  column dead is deaths from South attacks on North`,
);
const columnsFor = (pattern: string): string[] | null => {
  const text = `${COUNTS_HEAD}${claims(`at least 1 ${pattern} from 2020-01-01 to 2021-12-31`)}`;
  return planOf(theatreOf(text)).streams[0]!.columns?.map(({ column }) => column) ?? null;
};

describe('streams that claims share', () => {
  it('are one where two claims ask for the same events', () => {
    const streams = streamsOf(
      'South attacks on North fall from 2020-09',
      'South attacks on North rise from 2020-10',
    );
    expect(streams).toHaveLength(1);
  });

  it('are one however the pattern is written', () => {
    expect(
      streamsOf(
        'when North strikes South then South attacks North within 14 days',
        'when North strikes on South then South attacks on North within 14 days',
      ),
    ).toHaveLength(2);
  });

  it('are different where place, size, unit or precision differ', () => {
    const base = 'South attacks on North fall from 2020-09';
    for (const other of [
      'South attacks on North in Fort fall from 2020-09',
      'South attacks on North killing at least 2 fall from 2020-09',
      'days with South attacks on North fall from 2020-09',
      'deaths from South attacks on North fall from 2020-09',
      'South strikes on North fall from 2020-09',
    ])
      expect(streamsOf(base, other), other).toHaveLength(2);
    // The change takes every event, the rule only those whose day is known well enough.
    expect(streamsOf(base, 'when North strikes South then South attacks North within 14 days')).toHaveLength(
      3,
    );
  });

  it('cannot be counted where the record does not hold the measure', () => {
    const head = SMALL_HEAD.replace(
      '2021-12-31\nactor North',
      '2021-12-31\n  measure planes from "planes"\nactor North',
    );
    const text = `${head}${claims('at least 1 North strikes on South with at least 12 planes from 2020 to 2021')}`;
    expect(planOf(theatreOf(text)).streams[0]?.untestable?.reason).toBe('no such column');
  });
});

describe('columns of a counts table', () => {
  it('are summed where they lie wholly inside the pattern', () => {
    expect(columnsFor('North strikes on South')).toEqual(['fort', 'camp']);
    expect(columnsFor('North strikes on South in Fort')).toEqual(['fort']);
    expect(columnsFor('North strikes on South in Border')).toEqual(['fort', 'camp']);
    expect(columnsFor('South attacks on Pact')).toEqual(['back']);
    expect(columnsFor('South attacks')).toEqual(['back']);
    expect(columnsFor('anyone attacks on North')).toEqual(['back']);
  });

  it('do not answer for what they only touch', () => {
    expect(columnsFor('South attacks on North in Fort')).toBeNull();
    expect(columnsFor('anyone except South attacks on North')).toBeNull();
    expect(columnsFor('North strikes on West')).toBeNull();
    expect(columnsFor('South attacks on North killing at least 2')).toBeNull();
  });

  it('count deaths only where deaths are asked for', () => {
    expect(columnsFor('deaths from South attacks on North')).toEqual(['dead']);
    expect(columnsFor('deaths from North strikes on South')).toBeNull();
  });

  it('say so where no column is declared', () => {
    const text = `${COUNTS_HEAD}${claims('at least 1 West strikes from 2020 to 2021')}`;
    expect(planOf(theatreOf(text)).streams[0]?.untestable).toMatchObject({ reason: 'no such column' });
  });

  it('of anyone do not lie inside anyone but one', () => {
    const head = COUNTS_HEAD.replace(
      'column back is South attacks on North',
      'column back is anyone attacks North',
    );
    const text = `${head}${claims('at least 1 anyone except South attacks on North from 2020 to 2021')}`;
    expect(planOf(theatreOf(text)).streams[0]?.columns).toBeNull();
  });

  it('lie inside an alliance only while their actor belongs to it', () => {
    const head = COUNTS_HEAD.replace(
      'column back is South attacks on North',
      'column back is East attacks South',
    );
    // East belonged to the Pact for seven months of the two years that the column covers.
    const text = `${head}${claims('at least 1 Pact attacks on South from 2020 to 2021')}`;
    expect(planOf(theatreOf(text)).streams[0]?.columns).toBeNull();
  });
});
