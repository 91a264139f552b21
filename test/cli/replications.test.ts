/** Published findings on two public records, by the whole path. docs/replications.md shows the output. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatDay, dayFromCivil } from '../../src/calendar/index.ts';
import type { ClaimExamination, Examination } from '../../src/evidence/index.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const DEATHS = '../shared/data/btselem/btselem_daily_directed.csv';
const WEEKS = '../shared/data/israel-palestine-weekly/IsraelPalestineConflict.csv';
const missing = [DEATHS, WEEKS].filter((file) => !existsSync(file));
if (missing.length > 0)
  process.stderr.write(`Replications are not tested: ${missing.join(', ')} not found.\n`);

const deaths = (spell: string) => `tacit 1
theatre "Deaths, 2000 to 2005"
record "deaths.csv" as counts per day
  covers 2000-09-29 to 2005-01-15
${spell}  column isf_kill_palestinian is Israel kills Palestinians
  column palestinian_kill_israeli is Palestinians kill Israel
actor Israel
actor Palestinians
source Study published 2008
claim IsraelAnswers by Study
  when Palestinians kill Israel then Israel kills Palestinians within 14 days
claim PalestiniansAnswer by Study
  when Israel kills Palestinians then Palestinians kill Israel within 14 days
`;

const weeks = `tacit 1
theatre "Israel and the Palestinians by week"
record "weeks.csv" as counts per week
  column i2p is Israel attacks Palestinians
  column p2i is Palestinians attack Israel
actor Israel
actor Palestinians
period Before until 1987-12-08
period First from 1987-12-09 to 1993-09-12
period Oslo from 1993-09-13 to 2000-09-27
period Second from 2000-09-28
source Study published 2009
claim IsraelAnswers by Study
  when Palestinians attack Israel then Israel attacks Palestinians within 42 days
claim PalestiniansAnswer by Study
  when Israel attacks Palestinians then Palestinians attack Israel within 42 days
`;

async function examine(theatre: string, file: string, content: string) {
  const at = makeFolder({ 'theatre.tacit': theatre, [file]: content });
  const { code, out } = await runTacit('examine', at('theatre.tacit'), '--json');
  expect(code).toBe(0);
  const { claims } = JSON.parse(out) as Examination;
  return claims.map(timingOf);
}

function timingOf({ parts }: ClaimExamination) {
  const [timing] = parts;
  if (!timing) throw new Error('a claim without a verdict');
  const guard = (name: string) => timing.guards.find((one) => one.name === name);
  return { ...timing, guard };
}

/** Points of conflict a week, whole and without cooperation: the table's numbers are negative where sides fight. */
function weekly(): string {
  const rows = readFileSync(WEEKS, 'utf8').trim().split('\n').slice(1);
  const first = dayFromCivil(1979, 4, 15);
  const points = (cell = '') => Math.max(0, Math.round(-Number(cell)));
  return [
    'week,i2p,p2i',
    ...rows.map((row, index) => {
      const [, i2p, p2i] = row.split(',');
      return `${formatDay(first + 7 * index)},${points(i2p)},${points(p2i)}`;
    }),
    '',
  ].join('\n');
}

it.skipIf(missing.length > 0)(
  'deaths: Israel answers, Palestinians do not, once a year of zeros is told for unrecorded',
  async () => {
    const spell = '  missing 2000-09-29 to 2001-10-03\n';
    const [israel, palestinians] = await examine(deaths(spell), 'deaths.csv', readFileSync(DEATHS, 'utf8'));
    expect(israel?.guard('base test')?.passed).toBe(true);
    expect(israel?.guard('shared wave (T1)')?.passed).toBe(true);
    expect(israel?.effect?.lower).toBeGreaterThan(0.1);
    expect(['supported', 'disputed', 'not separable']).toContain(israel?.finding);
    expect(palestinians?.finding).toBe('contradicted');
    expect(palestinians?.guard('base test')?.passed).toBe(false);
    expect(israel?.effect?.unit).toBe('deaths per trigger death');
    expect(israel?.events.nouns?.response).toEqual(['response death', 'response deaths']);
    expect(israel?.sentence).not.toMatch(/\bevents\b/);
  },
  120_000,
);

it.skipIf(missing.length > 0)(
  'deaths: where nobody tells of the year of zeros, the finding is disputed and names it',
  async () => {
    const [israel, palestinians] = await examine(deaths(''), 'deaths.csv', readFileSync(DEATHS, 'utf8'));
    expect(israel).toMatchObject({ finding: 'disputed', reason: 'silent stretch' });
    expect(israel?.sentence).toContain('2000-09-29 to 2001-10-03');
    expect(palestinians?.finding).toBe('contradicted');
  },
  120_000,
);

it.skipIf(missing.length > 0)(
  'weeks: neither side is found to answer, and scale and periods are told',
  async () => {
    const claims = await examine(weeks, 'weeks.csv', weekly());
    for (const claim of claims) {
      // Both are "significant" over the whole span when no wave is asked about.
      expect(claim.guard('base test')?.passed).toBe(true);
      expect(['not separable', 'disputed']).toContain(claim.finding);
      expect(claim.guard('scale of the counts')?.detail).toContain('square roots');
      const tried = claim.guard('readings')?.tried ?? [];
      expect(tried.filter(({ about }) => about === 'period').map(({ name }) => name)).toEqual([
        'a level of its own in each declared period',
        ...['Before', 'First', 'Oslo', 'Second'].map((name) => `${name} alone`),
      ]);
      expect(claim.guard('same day (explains, does not decide)')?.detail).toContain('weeks');
    }
  },
  120_000,
);

it.skipIf(missing.length > 0)('weeks: a weekly table is never read as a daily one', async () => {
  const daily = weeks.replace('per week', 'per day');
  const at = makeFolder({ 'theatre.tacit': daily, 'weeks.csv': weekly() });
  const { code, error } = await runTacit('examine', at('theatre.tacit'), '--json');
  expect(code).toBe(2);
  expect(error).toContain('as counts per week');
});
