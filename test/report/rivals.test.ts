import { describe, expect, it } from 'vitest';
import type { Examination, RivalComparison } from '../../src/evidence/index.ts';
import { renderReport, renderTable } from '../../src/report/index.ts';
import { MADE_UP } from './examinationFixture.ts';

const [first, second, third] = MADE_UP.claims.map(({ name }) => name) as [string, string, string];
const score = (estimate: number) => ({ estimate, lower: estimate - 2, upper: estimate + 2, level: 0.9 });
const compared: RivalComparison = {
  claims: [first, second],
  outcome: 'South attacks North',
  notComparable: null,
  difference: score(12.5),
  overNone: [score(11), score(-1.5)],
  better: first,
  blocks: 10,
  steps: 900,
  events: 120,
  sentence: `${first} predicts better <on this record>.`,
};
const refused: RivalComparison = {
  ...compared,
  claims: [first, third],
  outcome: null,
  notComparable: 'they speak of different things',
  difference: null,
  overNone: [],
  better: null,
  blocks: null,
  steps: null,
  events: null,
  sentence: 'refused.',
};
const examination: Examination = {
  ...MADE_UP,
  rivals: [compared, refused, { ...refused, claims: [second, third] }],
};

describe('rivals', () => {
  it('stand in the terminal, those refused for one reason on one line', () => {
    const table = renderTable(examination, { width: 140, colour: false });
    expect(table).toContain('Rivals (3)');
    expect(table).toContain(compared.sentence);
    expect(table.replace(/\s+/g, ' ')).toContain(
      `Not compared: ${first} and ${third}; ${second} and ${third} (they speak of different things).`,
    );
    expect(renderTable(MADE_UP, { width: 140, colour: false })).not.toContain('Rivals');
  });

  it('stand in the report with their numbers, linked to the claims', () => {
    const page = renderReport(examination);
    expect(page).toContain('<h2 id="rivals">');
    expect(page).toContain('12.5 [10.5, 14.5]');
    expect(page).toContain(`href="#claim-${first}"`);
    expect(page).toContain('<a href="#rivals">');
    expect(page).toContain('&lt;on this record');
    expect(renderReport(MADE_UP)).not.toContain('rivals"');
  });
});
