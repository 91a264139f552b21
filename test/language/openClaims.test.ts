import { describe, expect, it } from 'vitest';
import { analyse, check, formatEdit, listOpenClaims, parse } from '../../src/language/index.ts';

const HEAD = `tacit 1
theatre "x"
record "a.csv"
  covers 2017-05-01 to 2024-06-30
actor US
actor M
source Dated published 2024-05-14
`;

function read(lines: string) {
  const text = HEAD + lines;
  const parsed = parse(text, 'a.tacit');
  const checked = check(parsed.document, { file: 'a.tacit', files: new Map(), pedantic: false, text });
  const diagnostics = [...parsed.diagnostics, ...checked.diagnostics];
  return {
    ...{ text, theatre: checked.theatre, diagnostics },
    open: listOpenClaims(text, 'a.tacit', diagnostics),
    judged: checked.theatre?.claims.map(({ name }) => name),
    errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}

const WHOLE = 'claim Whole by Dated\n  US strikes on M fall from 2020-01-03\n';

describe('a claim that is still open', () => {
  it('is left out with what is missing, and every other claim stays', () => {
    const { open, judged, errors } = read(
      `claim Asks by Dated at "p // 1" quote "x"\n  // a remark\n  when US strikes M then M attack US within ? days // "tail"\n  since 2020-01-01\n${WHOLE}`,
    );
    expect(errors).toEqual([]);
    expect(judged).toEqual(['Whole']);
    expect(open).toEqual([
      {
        ...{ name: 'Asks', source: 'Dated', file: 'a.tacit', line: 8 },
        text: 'when US strikes M then M attack US within ? days\nsince 2020-01-01',
        missing: ['The passage does not clearly say within how many days.'],
      },
    ]);
  });

  it.each([
    ['its source', 'source Undated published ?\nclaim C by Undated\n  US strikes on M fall from 2020\n'],
    [
      'whom its source cites',
      'source Undated published ?\nclaim C by Dated citing Undated\n  US strikes on M fall from 2020\n',
    ],
    [
      'the period it speaks of',
      'period P from ? to 2020\nclaim C by Dated\n  US strikes on M fall from 2020\n  during P\n',
    ],
    [
      'a truce it is judged during',
      'claim C by Dated\n  US strikes on M fall from 2020\n  during T\nclaim T by Dated\n  truce between US and M from ? to 2021\n',
    ],
    [
      'the source of a claim below that it compares',
      'source Undated published ?\nclaim C by Dated\n  D is stronger during P\nclaim D by Undated\n  when US strikes M then M attack US within 3 days\nperiod P from 2020 to 2021\n',
    ],
  ])('is open where %s is', (_, lines) => {
    const { open, judged, errors } = read(lines + WHOLE);
    expect(errors).toEqual([]);
    expect(judged).toEqual(['Whole']);
    expect(open.map(({ name }) => name)).toContain('C');
  });

  it('takes what names it with it: rivals and what-ifs', () => {
    const { theatre, diagnostics } = read(
      `claim Asks by Dated\n  US strikes on M fall from ?\n${WHOLE}rivals Asks, Whole\nwhatif "v" from 2024-07-01 for 9 days\n  without Asks\n`,
    );
    expect(theatre?.rivals).toEqual([]);
    expect(theatre?.whatIfs).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'names-open').map(({ line }) => line)).toEqual([12, 14]);
  });

  it('is told without a name and without a source', () => {
    const { open } = read(
      `claim ? by Dated\n  US strikes on M fall from 2020\nclaim C by ?\n  US strikes M\n`,
    );
    expect(open.map(({ name, source }) => [name, source])).toEqual([
      ['?', 'Dated'],
      ['C', null],
    ]);
  });

  it('never goes with a mistake besides, nor with what may change every claim', () => {
    expect(read(`claim C by Dated\n  US strkes M fall from ? (\n${WHOLE}`).errors).not.toEqual([]);
    for (const line of [
      'record ?',
      'actor ?',
      'alliance A of ?',
      'place P at ? N 2 E',
      'assume smallest answer ?',
    ])
      expect({ line, errors: read(`${line}\n${WHOLE}`).errors }).not.toEqual({ line, errors: [] });
  });

  it('is not lost by formatting', () => {
    expect(formatEdit(analyse(read(`claim C by Dated\n  US   strikes on M fall from ?\n`).text))).toBeNull();
  });

  it('may name a source whose day is open where only who says so is told', () => {
    const { theatre, errors } = read(`source Undated published ?\nalliance A of M said by Undated\n${WHOLE}`);
    expect(errors).toEqual([]);
    expect(theatre?.alliances[0]?.members[0]?.saidBy).toBe('Undated');
  });

  it('is never judged, whichever word is open', () => {
    const words =
      'claim Whole by Dated at "1" US strikes on M fall from 2020-01-03 by at least 20 percent'.split(' ');
    for (const index of words.keys()) {
      const line = words.map((word, at) => (at === index ? '?' : word)).join(' ');
      expect({ line, judged: read(`${line}\n`).judged ?? [] }).toEqual({ line, judged: [] });
    }
    expect(read(`${words.join(' ')}\n`).judged).toEqual(['Whole']);
  });
});
