import { describe, expect, it } from 'vitest';
import {
  tallyCalibration,
  type Calibration,
  type Finding,
  type MadeKind,
  type MadeOutcome,
} from '../../src/evidence/index.ts';
import { renderCalibration, renderCalibrationTable } from '../../src/report/index.ts';

const outcomes = (supported: number, records: number): MadeOutcome[] =>
  Array.from({ length: records }, (_, k) => {
    const finding: Finding = k < supported ? 'supported' : 'not separable';
    const reason = finding === 'supported' ? null : 'late wave (T3)';
    return { claim: 'when', finding, reason, plain: k % 2 === 0, rival: k !== 0 };
  });

const kind = (name: string, world: MadeKind['world'], supported: number, records: number) =>
  tallyCalibration(
    { name, about: 'made & <made>', group: 'no rule', world, records, claims: ['when'] },
    outcomes(supported, records),
  );

const calibration = (...kinds: Calibration['kinds']): Calibration => ({ tacit: '9.9', seed: 3, kinds });
const table = (made: Calibration) =>
  renderCalibrationTable(made, '2026-11-21', { width: 100, colour: false });

describe('the tables of a calibration', () => {
  it('show shares, the limit that matters, and the reasons below', () => {
    const lines = table(calibration(kind('no rule', {}, 1, 20), kind('rule', { rhoAB: 1 }, 15, 20))).split(
      '\n',
    );
    expect(lines[0]).toBe('Tacit 9.9, seed 3, 2026-11-21');
    expect(lines.find((line) => line.startsWith('no rule'))).toMatch(
      /^no rule +20 +5\.0 % +≤ 21\.6 % +50\.0 % +19 +0 +0 +0$/,
    );
    expect(lines.find((line) => line.startsWith('rule'))).toMatch(/^rule +20 +75\.0 % +≥ 54\.4 % /);
    expect(lines.filter((line) => line.includes('late wave (T3)')).map((line) => line.trim())).toEqual([
      'late wave (T3) 19',
      'late wave (T3) 5',
    ]);
  });

  it('name every kind above 5 %, and none at 5 % or with a true rule', () => {
    const made = calibration(
      kind('at five', {}, 1, 20),
      kind('above', {}, 2, 20),
      kind('rule', { rhoAB: 1 }, 20, 20),
    );
    expect(table(made)).toContain('nothing of the kind is so: above (when) 10.0 %.');
    expect(table(calibration(kind('at five', {}, 1, 20)))).toContain('No kind without a rule was');
  });

  it('count the rivals that were not named', () => {
    expect(table(calibration(kind('no rule', {}, 1, 20)))).toContain('Of answers, 19 of 20 verdicts');
  });

  it('stand with no kind at all', () => {
    expect(table(calibration())).toContain('0 of 0 verdicts');
  });

  it('stand on a page without script, names as text', () => {
    const page = renderCalibration(calibration(kind('a <b>', {}, 0, 20)), '2026-11-21');
    expect(page).toContain('a &lt;b>');
    expect(page).toContain('made &amp; &lt;made>');
    expect(page).toContain('Tacit 9.9, seed 3, 2026-11-21');
    expect(page).not.toContain('<script');
  });
});
