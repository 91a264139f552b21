import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { truth } from '../../examples/tutorial/makeTutorial.ts';
import type { Examination } from '../../src/evidence/index.ts';
import { format, parse } from '../../src/language/index.ts';
import { projectRoot } from '../house/sourceTree.ts';

const examples = join(projectRoot, 'examples');
const folder = mkdtempSync(join(tmpdir(), 'tacit-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program as a person does, on the example with these claims only and a fresh store. */
function examine(example: string, files: readonly string[], claims: readonly string[] | null) {
  const { document } = parse(readFileSync(join(examples, example, 'theatre.tacit'), 'utf8'));
  const items = document.items.filter((item) => {
    if (claims === null) return true;
    return item.kind === 'claim' ? claims.includes(item.name) : item.kind !== 'rivals' && item.kind !== 'whatif';
  });
  const path = join(folder, `${example}.tacit`);
  writeFileSync(path, format({ ...document, items, comments: [] }));
  for (const file of files) copyFileSync(join(examples, example, file), join(folder, file));
  const run = spawnSync(process.execPath, ['bin/tacit.js', 'examine', path, '--json'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(run.status, run.stderr).toBe(0);
  const examination = JSON.parse(run.stdout) as Examination;
  return (name: string) => {
    const claim = examination.claims.find((one) => one.name === name);
    if (!claim) throw new Error(`no verdict on ${name}`);
    return claim.parts;
  };
}

describe('the verdicts on the tutorial, whose truth is known', () => {
  const partsOf = examine('tutorial', ['counts.csv'], null);
  const saidToBe = (word: string) =>
    Object.entries(truth.claims).flatMap(([name, words]) => (words.startsWith(word) ? [name] : []));

  it('call nothing supported that is false', () => {
    expect(saidToBe('false').length).toBeGreaterThan(3);
    for (const name of saidToBe('false')) {
      expect(partsOf(name).filter(({ finding }) => finding === 'supported'), name).toEqual([]);
    }
  });

  it('call nothing contradicted that is true', () => {
    expect(saidToBe('true').length).toBeGreaterThan(2);
    for (const name of saidToBe('true')) {
      expect(partsOf(name).filter(({ finding }) => finding === 'contradicted'), name).toEqual([]);
    }
  });

  it('find the answers, with an interval that holds the true number, and the truce', () => {
    for (const { finding, effect } of partsOf('SouthAnswers')) {
      expect(finding).toBe('supported');
      expect(effect?.lower).toBeLessThan(truth.answers[0].rho);
      expect(effect?.upper).toBeGreaterThan(truth.answers[0].rho);
    }
    expect(partsOf('TruceHeld').map(({ finding }) => finding)).toEqual(['supported', 'supported']);
  });

  it('leave a shared wave open and a motive alone', () => {
    expect(partsOf('WestFollowsEast').map(({ finding }) => finding)).toContain('not separable');
    expect(partsOf('Motive').map(({ finding }) => finding)).toEqual(['not testable']);
  });
});

describe('the verdicts on eastern Syria', () => {
  const claims = ['A19AlQaim', 'R19AlQaim', 'A20Aim', 'A22InWave', 'A18Backing', 'B7Superior', 'A27Jordan', 'R3Wave'];
  const files = ['chronology.csv', 'counters_everywhere.csv'];
  const partsOf = examine('eastern-syria', files, claims);

  it('do not call the answers inside the wave supported: chance dates do nearly as well', () => {
    expect(partsOf('A22InWave').length).toBeGreaterThan(0);
    for (const { finding } of partsOf('A22InWave')) expect(finding).toBe('not separable');
  });

  it('find the strike of al-Qaim and say that the numbers differ', () => {
    expect(partsOf('A19AlQaim').map(({ finding }) => finding)).toEqual(['supported', 'disputed']);
    expect(partsOf('A19AlQaim').at(-1)?.sentence).toMatch(/at least 50.*25/);
    expect(partsOf('R19AlQaim').map(({ finding }) => finding)).toEqual(['supported', 'supported']);
  });

  it('judge neither intent nor cause by itself nor capability', () => {
    for (const name of ['A20Aim', 'A18Backing', 'B7Superior']) {
      expect(partsOf(name).map(({ finding }) => finding)).toEqual(['not testable']);
    }
  });

  it('show a source its own published total, and let it decide nothing', () => {
    const [total] = partsOf('R3Wave');
    expect(total?.finding).toBe('not testable');
    expect(total?.sentence).toContain('published more than 170');
  });

  it('count what the record holds', () => {
    expect(partsOf('A27Jordan').map(({ finding }) => finding)).toEqual(['supported']);
  });
});
