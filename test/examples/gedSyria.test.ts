/**
 * A record of deaths, examined end to end: the dyads of UCDP GED in Syria, 2016 to 2019. Of its 16,566 events the United
 * States is a side in three, so that claims about it must come out as not testable by themselves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { makeFolder, runTacit } from '../cli/runTacit.ts';

const NAME = 'ged_syria_2016_2019.csv.gz';
const RECORD = `../shared/data/ged-syria/${NAME}`;
const there = existsSync(RECORD);

const AMERICAN = [
  ['Answered', 'when US attacks IS then IS attacks US within 14 days'],
  ['Struck', 'US strikes on IS fall from 2018-01-01'],
  ['Hunted', 'when US attacks AlQaida then no extra AlQaida attacks on US within 30 days'],
  ['Bombed', 'US attacks on anyone fall from 2017-06-01'],
  ['Truce', 'truce between US and IS from 2018-01-01'],
  ['Many', 'more than 100 US attacks on IS from 2016-01-01 to 2018-12-31'],
  ['Fled', 'when Syria attacks IS then more IS attacks on US for 30 days'],
] as const;
const OTHERS = [
  ['Dated', 'US attacks AlQaida on 2017-03-16'],
  ['Lost', 'IS attacks on Syria fall from 2018-01-01'],
  ['Killings', 'IS kills Civilians falls from 2018-01-01'],
  ['Massacres', 'at least 50 IS kills Civilians from 2016-01-01 to 2017-12-31'],
  ['Exchange', 'when IS attacks SDF then SDF attacks IS within 14 days'],
  ['Deterred', 'when SDF attacks IS then fewer IS attacks on SDF for 30 days'],
  ['Revenge', 'when Syria attacks IS then IS kills Civilians within 14 days'],
  ['Hundred', 'at least 100 IS attacks on SDF from 2017-01-01 to 2017-12-31'],
] as const;
const THEATRE = `tacit 1
theatre "Syria, 2016 to 2019"
record "${NAME}"
  covers 2016-01-01 to 2019-11-30
actor US "United States" also "Government of United States of America"
actor IS "Islamic State"
actor Syria "Government of Syria"
actor Insurgents "Syrian insurgents"
actor SDF
actor Turkey "Government of Turkey"
actor AlQaida "al-Qaida"
actor Civilians
source Paper published 2019-12-31
${[...AMERICAN, ...OTHERS].map(([name, sentence]) => `claim ${name} by Paper\n  ${sentence}\n`).join('')}`;

describe.skipIf(!there)(`the record of deaths in Syria (${there ? 'read from' : 'left out, there is no'} ${RECORD})`, () => {
  const file = makeFolder(there ? { [NAME]: readFileSync(RECORD), 'theatre.tacit': THEATRE } : {});
  let run: Examination;
  beforeAll(async () => {
    const { out, error } = await runTacit('examine', file('theatre.tacit'), '--json');
    if (out === '') throw new Error(error);
    run = JSON.parse(out) as Examination;
  }, 120_000);
  const claim = (name: string) => run.claims.find((one) => one.name === name)!;
  const finding = (name: string) =>
    claim(name).parts.map(({ finding: found, reason }) => `${found}: ${reason}`);

  it('is read whole: every row right or set aside', () => {
    const [{ rows, right, setAside } = { rows: 0, right: 0, setAside: 0 }] = run.records;
    expect(rows).toBe(16_566);
    expect(right + setAside).toBe(rows);
    expect(right).toBeGreaterThan(16_000);
  });

  it.each(AMERICAN.map(([name]) => name))('does not hold the United States: %s', (name) => {
    expect(new Set(finding(name))).toEqual(new Set(['not testable: pair absent']));
  });

  it('says of the three events that do name it how few they are', () => {
    expect(claim('Bombed').parts[0]?.sentence).toMatch(/holds 3 events of "US attacks on anyone" among 16\d{3}/);
  });

  it('finds a dated event of the three, and leaves open which side acted', () => {
    expect(finding('Dated')).toEqual(['disputed: direction unknown']);
  });

  it('judges what it holds of the Islamic State', () => {
    for (const name of ['Lost', 'Killings', 'Massacres', 'Revenge']) {
      for (const one of finding(name)) expect(one).not.toBe('not testable');
    }
    // They fell to a quarter, and all else in this record to two fifths.
    expect(finding('Killings')).toEqual(['not separable: rest of the record']);
    expect(claim('Killings').parts[0]?.sentence).toMatch(/15\d{3} other events changed to 0\.4\d times/);
    expect(finding('Massacres')).toEqual(['supported: null']);
    expect(claim('Killings')).not.toHaveProperty('direction');
  });

  it('speaks of events between two sides where it does not say which acted', () => {
    const { direction, parts } = claim('Lost');
    expect(direction?.undirected).toBe(direction?.events);
    expect(direction?.events).toBeGreaterThan(2_000);
    expect(parts[0]?.sentence).toContain('events between the two sides');
  });

  it.each(['Exchange', 'Deterred', 'Hundred'])('cannot tell who acted first: %s', (name) => {
    expect(finding(name)).toEqual(['not testable: direction unknown']);
  });
});
