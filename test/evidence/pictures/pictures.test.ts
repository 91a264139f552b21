/** The numbers behind the pictures, on a record whose rules are known: South answers North, West falls in 2020. */
import { describe, expect, it } from 'vitest';
import type { ClaimFigures, Examination } from '../../../src/evidence/index.ts';
import { createMemoryStore } from '../../../src/record/index.ts';
import { makeEvent } from '../makeContext.ts';
import { examineMade, FIRST, MADE_HEAD, madeEvents } from '../madeTheatre.ts';

const PLACES = `place Pass at 34.0 N 40.0 E within 20 km
place Elsewhere
area All of Pass, Elsewhere
route Way through Pass, Elsewhere
`;
const CLAIMS = `${PLACES}claim Answered by Paper
  when North strikes South then South attacks North within 14 days
claim Fell by Paper
  West strikes on South fall from 2020-01-01 compared with 2019-01-01 to 2019-12-31
claim Begins by Paper
  North starts exchanges with South
claim Open by Paper
  Way open from 2018-02-01
`;
const rows = madeEvents();
const WITH_PLACES = [
  ...rows,
  makeEvent('P1', FIRST + 3, { line: 9001, placeNames: ['somewhere'], latitude: 34.01, longitude: 40.01 }),
  makeEvent('P2', FIRST + 4, { line: 9002, placeNames: ['Elsewhere'] }),
  makeEvent('P3', FIRST + 5, { line: 9003, placeNames: ['far'], latitude: 36, longitude: 44 }),
];
const examined = examineMade(CLAIMS, { pictures: 'all', store: createMemoryStore(WITH_PLACES) });

async function figuresOf(name: string): Promise<ClaimFigures> {
  const figures = (await examined).claims.find((claim) => claim.name === name)?.figures;
  if (!figures) throw new Error(`${name} has no pictures`);
  return figures;
}

describe('running sums', () => {
  it('end where the record ends, rise only, and the true rule keeps closer to it', async () => {
    const [sums] = (await figuresOf('Answered')).cumulative ?? [];
    const points = sums?.points ?? [];
    expect(points.length).toBeGreaterThan(20);
    expect(points.length).toBeLessThanOrEqual(41);
    for (const key of ['recorded', 'with', 'without'] as const) {
      const values = points.map((point) => point[key]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    expect(sums?.gain).toBeGreaterThan(5);
    expect(sums?.what).toBe('rule');
    const south = rows.filter(({ initiators, first }) => initiators[0] === 'South' && first <= FIRST + 911);
    expect(points.at(-1)?.recorded).toBeLessThanOrEqual(south.length);
    expect(points.at(-1)?.recorded).toBeGreaterThan(0.9 * south.length);
  });

  it('of a change bend where the rate fell', async () => {
    const [sums] = (await figuresOf('Fell')).cumulative ?? [];
    expect(sums?.what).toBe('change');
    expect(sums?.gain).toBeGreaterThan(10);
  });
});

describe('how well a model fits', () => {
  it('gives a PIT of mean one, and residuals whose squares are near their number', async () => {
    const [fit] = (await figuresOf('Answered')).diagnostics ?? [];
    const pit = fit?.pit ?? [];
    expect(pit).toHaveLength(10);
    expect(pit.reduce((sum, height) => sum + height, 0) / 10).toBeCloseTo(1, 2);
    expect(Math.abs((fit?.dispersion ?? 0) - 1)).toBeLessThan(0.25);
    expect(fit?.autocorrelation).toHaveLength(14);
    for (const value of fit?.autocorrelation ?? []) expect(Math.abs(value ?? 0)).toBeLessThan(0.2);
    expect(fit?.stretches).toHaveLength(24);
  });
});

describe('exchanges', () => {
  it('count every episode once by who began and who had the last act', async () => {
    const { episodes } = await figuresOf('Begins');
    if (!episodes) throw new Error('no episodes');
    const sum = (counts: object) =>
      Object.values(counts).reduce((total: number, count) => total + Number(count), 0);
    expect(sum(episodes.startedBy)).toBe(episodes.episodes);
    expect(sum(episodes.endedBy)).toBe(episodes.exchanges);
    expect(episodes.oneSided.first + episodes.oneSided.second + episodes.exchanges).toBe(episodes.episodes);
    expect(episodes.rounds.reduce((total, { exchanges }) => total + exchanges, 0)).toBe(episodes.exchanges);
  });
});

describe('what was tried otherwise', () => {
  it('carries a number for windows and for every month left out', async () => {
    const guards = (await examined).claims[0]?.parts[0]?.guards ?? [];
    const tried = guards.flatMap((guard) => guard.tried ?? []);
    const windows = tried.filter(({ about }) => about === 'window').map(({ name }) => name);
    expect(windows).toEqual(expect.arrayContaining(['window of 7 days', 'window of 28 days']));
    const months = tried.filter(({ name }) => /^without \d{4}-\d{2}$/.test(name));
    expect(months.length).toBeGreaterThan(20);
    for (const { estimate, turned } of months) {
      expect(estimate).toBeGreaterThan(0.2);
      expect(turned).toBe(false);
    }
  });
});

describe('the theatre as a whole', () => {
  it('says who answers whom, and nothing of pairs with few acts', async () => {
    const matrix = (await examined).pictures?.matrix;
    const cell = (actor: string, other: string) =>
      matrix?.cells.find((one) => one.actor === actor && one.other === other);
    const answered = cell('North', 'South');
    expect(answered?.after).toBeGreaterThan((answered?.before ?? 0) + 0.3);
    expect(cell('West', 'South')?.after).toBe(0);
    expect(cell('South', 'West')).toBeUndefined();
    expect(matrix?.actors).toEqual(['North', 'South', 'West']);
    const few = await examineMade('', { store: createMemoryStore(rows.slice(0, 6)) });
    expect(few.pictures?.matrix?.cells[0]).toMatchObject({ after: null, before: null });
  });

  it('puts acts at declared places by name and by position, never finer', async () => {
    const map = (await examined).pictures?.map;
    expect(map?.places).toEqual([{ name: 'Pass', latitude: 34, longitude: 40, events: 1 }]);
    expect(map?.unplaced).toEqual([{ name: 'Elsewhere', events: 1 }]);
    expect(map?.areas).toEqual([{ name: 'All', places: ['Pass', 'Elsewhere'] }]);
    expect(map?.routes[0]?.states).toEqual([
      { claim: 'Open', text: 'Way open from 2018-02-01', finding: 'not testable' },
    ]);
  });

  it('dates the fall of the rate that a claim speaks of, and searches no other stream', async () => {
    const changes = (await examined).pictures?.changes ?? [];
    expect(changes.map(({ claims }) => claims)).toEqual([['Fell']]);
    const days = changes[0]?.changes ?? [];
    expect(days.length).toBeGreaterThanOrEqual(1);
    const fall = days.find(({ lower, upper }) => lower <= '2020-01-05' && upper >= '2019-12-28');
    expect(fall?.ratio).toBeLessThan(0.6);
  });

  it('comes only where it is asked for, and dates of changes only with everything', async () => {
    const without = await examineMade(PLACES, { pictures: 'none' });
    expect('pictures' in without).toBe(false);
    const quick: Examination = await examineMade(PLACES);
    expect(quick.pictures?.changes).toEqual([]);
    expect(quick.pictures?.matrix).not.toBeNull();
    const placeless = await examineMade('');
    expect(placeless.pictures?.map).toBeNull();
  });
});

it('a pair of which nothing tells who acted has no number, as its verdict has none', async () => {
  const untold = rows.map((event) =>
    event.initiators[0] === 'West' ? event : { ...event, directed: false },
  );
  for (const direction of ['as told', 'either way', 'recorded']) {
    const head = MADE_HEAD.replace('2020-12-31\n', `2020-12-31\n  direction ${direction}\n`);
    const { pictures, claims } = await examineMade(
      'claim Answered by Paper\n  when North strikes South then South strikes North within 14 days\n',
      { pictures: 'quick', store: createMemoryStore(untold) },
      head,
    );
    const cells =
      pictures?.matrix?.cells.filter(({ actor, other }) => actor !== 'West' && other !== 'West') ?? [];
    expect(cells).toHaveLength(2);
    const columnsCount = direction === 'recorded';
    expect(claims[0]?.parts[0]?.reason === 'direction unknown').toBe(!columnsCount);
    for (const { after, undirected } of cells) {
      expect(after === null).toBe(!columnsCount);
      expect(undirected ?? 0).toBe(columnsCount ? 0 : cells[0]?.acts);
    }
  }
});

it('a record without any two declared actors has no matrix', async () => {
  const alone = await examineMade('', {}, MADE_HEAD.replace(/^actor (?:South|West|Ghost)\n/gm, ''));
  expect(alone.pictures?.matrix).toBeNull();
});
