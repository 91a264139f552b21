import { expect, it } from 'vitest';
import { createMemoryStore, leaveOut } from '../../src/record/index.ts';
import { examineMade, madeEvents } from './madeTheatre.ts';

const CLAIM = `claim Answered by Paper
  when North strikes South then South attacks North within 14 days
`;
const ROWS = madeEvents();
const answers = ROWS.filter(({ initiators }) => initiators.includes('South'));
const strikes = new Set(
  ROWS.filter(({ initiators }) => initiators.includes('North')).map(({ first }) => first),
);
/** Without those that soon follow a strike there is no answer left. */
const without = answers
  .filter(({ first }) => [1, 2, 3, 4].some((lag) => strikes.has(first - lag)))
  .map(({ record, line }) => ({ record, line }));

it('a finding that turns on the setting of possible duplicates is disputed, and says so', async () => {
  const name = 'possible duplicates counted once';
  const plain = await examineMade(CLAIM);
  expect(plain.claims[0]?.parts[0]?.finding).toBe('supported');
  const { claims } = await examineMade(CLAIM, { duplicateReadings: [{ name, without }] });
  const [timing] = claims[0]?.parts ?? [];
  expect(timing).toMatchObject({ finding: 'disputed', reason: 'readings' });
  expect(timing?.sentence).toContain(`it does not stand with ${name}`);
  // It is no choice about who did it.
  expect(claims[0]?.parts.map(({ part }) => part)).not.toContain('attribution');
  expect(timing?.guards.find(({ name: guard }) => guard === 'readings')).toMatchObject({ passed: false });
});

it('a setting that leaves out the same rows is no other reading', async () => {
  const store = leaveOut(createMemoryStore(ROWS), without);
  const base = await examineMade(CLAIM, { store });
  const same = await examineMade(CLAIM, { store, duplicateReadings: [{ name: 'again', without }] });
  expect(JSON.stringify(same.claims)).toBe(JSON.stringify(base.claims));
});

it('rows left out are left out of counts, of listed events and of what is fetched under a limit', async () => {
  const store = leaveOut(createMemoryStore(ROWS), without);
  const stream = {
    id: 's',
    anyOf: [
      {
        record: null,
        initiators: { anyOf: null, noneOf: [], orNobody: false },
        targets: null,
        actClasses: ['rocket'],
        actCodes: [],
        places: null,
        days: null,
        size: null,
        attributions: null,
        coarsestDays: null,
      },
    ],
  };
  const left = answers.length - without.length;
  const cells = await store.count({ streams: [stream] });
  expect(cells.reduce((sum, { events }) => sum + events, 0)).toBe(left);
  expect(await store.events(stream)).toHaveLength(left);
  const gone = new Set(without.map(({ line }) => line));
  const few = await store.events(stream, 5);
  expect(few).toHaveLength(5);
  expect(few.some(({ line }) => gone.has(line))).toBe(false);
  // A plan that says itself what is left out is followed.
  const whole = await store.count({ streams: [stream], without: [] });
  expect(whole.reduce((sum, { events }) => sum + events, 0)).toBe(answers.length);
});
