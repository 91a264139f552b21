/** The parts of the page that are plain functions. */
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { findNeeded } from '../../../src/workbench/client/draft/findNeeded.ts';
import { splitText } from '../../../src/workbench/client/draft/splitText.ts';
import { printWhatIf } from '../../../src/workbench/client/forward/printWhatIf.ts';
import { groupKept } from '../../../src/workbench/client/frame/groupKept.ts';
import { eventsByWord, wordsForActs } from '../../../src/workbench/client/record/wordsForActs.ts';
import { sayInPage } from '../../../src/workbench/server/sayInPage.ts';
import { readDraftedMap } from '../../../src/workbench/client/record/draftedMap.ts';
import { printMap } from '../../../src/workbench/client/record/printMap.ts';
import { declaredNames } from '../../../src/workbench/client/sentence/declaredNames.ts';
import { nameOf } from '../../../src/workbench/client/sentence/nameOf.ts';
import { findInsertion, type Addition } from '../../../src/language/index.ts';
import { checkTableMap, draftTableMap, sampleTable } from '../../../src/record/index.ts';
import { MADE_DRAFT } from './madeDraft.ts';

function insert(text: string, addition: Addition): string {
  const { at, text: added } = findInsertion(text, addition);
  return text.slice(0, at) + added + text.slice(at);
}

const THEATRE = `tacit 1
theatre "T"

record "a.csv"
  covers 2020-01-01 to 2020-12-31
  // a remark inside the block

actor North
actor South

source Gazette
source Courier

claim One by Gazette
  North attacks South fall from 2020-06-01

claim Two by Courier
  North attacks South rise from 2020-06-01
`;

describe('where lines go in a theatre', () => {
  it('puts a declaration behind the last of its kind', () => {
    const text = insert(THEATRE, { kind: 'declaration', text: 'actor East' });
    expect(text).toContain('actor South\nactor East\n\nsource');
  });

  it('puts the first declaration of a kind where its kind belongs', () => {
    const text = insert(THEATRE, { kind: 'declaration', text: 'place Bridge' });
    expect(text).toContain('actor South\n\nplace Bridge\n\nsource Gazette');
  });

  it('puts a claim behind the last claim of its source', () => {
    const text = insert(THEATRE, { kind: 'claim', text: 'claim Three by Gazette\n  x', source: 'Gazette' });
    expect(text).toContain('from 2020-06-01\n\nclaim Three by Gazette\n  x\n\nclaim Two');
  });

  it('puts the first claim of a source at the end, also where the last line does not end', () => {
    const text = insert(THEATRE.trimEnd(), { kind: 'claim', text: 'claim Three by New\n  x', source: 'New' });
    expect(text.endsWith('rise from 2020-06-01\n\nclaim Three by New\n  x\n')).toBe(true);
  });

  it('never cuts a claim in two whose sentence is not indented', () => {
    const text = insert(THEATRE.replaceAll('  North', 'North'), {
      kind: 'claim',
      text: 'claim Three by Gazette\n  x',
      source: 'Gazette',
    });
    expect(text).toContain(
      'by Gazette\nNorth attacks South fall from 2020-06-01\n\nclaim Three by Gazette\n  x\n',
    );
  });

  it('puts a line into the block of its record', () => {
    const line = 'missing 2020-03-01 to 2020-03-31';
    const text = insert(THEATRE, { kind: 'record line', text: line, under: 'a.csv' });
    expect(text).toContain(`inside the block\n  ${line}\n\nactor North`);
  });

  it('writes into an empty text', () => {
    expect(insert('', { kind: 'declaration', text: 'actor North' })).toBe('actor North\n');
  });
});

describe('what an accepted claim needs', () => {
  it('declares members before the alliance, and nothing that is declared already', () => {
    const tacit = MADE_DRAFT.suggestions[1]?.alternatives[0]?.tacit ?? '';
    const names = findNeeded(MADE_DRAFT, tacit, 'actor South\n').map(({ name }) => name);
    expect(names).toEqual(['East', 'Gazette', 'Militias']);
  });

  it('takes no name out of quotation marks', () => {
    expect(findNeeded(MADE_DRAFT, 'claim X by Nobody\n  untestable intent "East"', '')).toEqual([]);
  });
});

describe('marks on an article', () => {
  it('cuts the text where marks begin and end, and loses none of it', () => {
    const spans = [
      { start: 2, end: 6 },
      { start: 4, end: 9 },
      { start: 20, end: 30 },
    ];
    const pieces = splitText(0, 12, spans);
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 9],
      [9, 12],
    ]);
    expect(pieces.map(({ covered }) => covered)).toEqual([[], [0], [0, 1], [1], []]);
  });
});

describe('the map of a table of one’s own', () => {
  const TABLE = 'when;attacker;victim;kind;dead\n2020-01-02;A;B;raid "1";3\n2020-02-02;B;A;raid "1";NA\n';

  it('hands back a map that the record folder accepts, with what the person changed', () => {
    const sample = sampleTable(TABLE, true);
    if (sample === null) throw new Error('no sample');
    const draft = readDraftedMap(draftTableMap('own.csv', sample, 'utf-8'));
    expect([...draft.columns.values()]).toEqual(['attacker', 'victim', 'dead']);
    expect(draft.kept).toContain('delimiter = ";"');
    const toml = printMap({
      ...{ kept: draft.kept, dates: '', directed: true, unknown: ['NA'], fixedAct: '' },
      columns: new Map([...draft.columns, ['date', 'when'] as const, ['act', 'kind'] as const]),
      acts: new Map([['raid "1"', 'armed attack']]),
    });
    expect(toml).toContain('"raid \\"1\\"" = "armed attack"');
    expect(toml.startsWith('confirmed = true\n')).toBe(true);
    expect(checkTableMap(parse(toml), 'own.toml')).toMatchObject({
      kind: 'map',
      map: {
        directed: true,
        columns: { date: 'when', act: 'kind', initiator: 'attacker' },
        acts: { 'raid "1"': 'armed attack' },
      },
    });
  });
});

describe('names', () => {
  it('makes names of words', () => {
    expect(nameOf('The Cradle')).toBe('TheCradle');
    expect(nameOf('  4th "corps" of <x>')).toBe('CorpsOfX');
    expect(nameOf('!!!')).toBe('');
    expect(nameOf('الجيش')).toBe('الجيش');
  });

  it('reads what a text declares, also between half-written lines', () => {
    const names = declaredNames([
      'actor North\nactor\n  actor Inside\nalliance All of North\nclaim One by X\n',
    ]);
    expect(names.get('actor')).toEqual(['North', 'All']);
    expect(names.get('claim')).toEqual(['One']);
  });
});

describe('the words for what a record holds', () => {
  const acled = {
    mappedActs: [
      { name: 'Shelling/artillery/missile attack', actClass: 'shelling', events: 9 },
      { name: 'Armed clash', actClass: 'armed clash', events: 12 },
    ],
    unmappedActs: [{ name: 'Other', events: 3 }],
  };

  it('tells that “attack” counts no shelling, and what does', () => {
    const acts = wordsForActs([acled], 'act meddle of code "Other"\n');
    expect(acts).toEqual([
      { code: 'Armed clash', events: 12, words: ['clash'] },
      { code: 'Shelling/artillery/missile attack', events: 9, words: ['shell', 'fire'] },
      { code: 'Other', events: 3, words: ['meddle'] },
    ]);
    expect([...eventsByWord(acts)]).toEqual([
      ['clash', 12],
      ['shell', 9],
      ['fire', 9],
      ['meddle', 3],
    ]);
  });

  it('takes a declared act for the standard one of its name', () => {
    expect(wordsForActs([acled], 'act clash of shelling\n').map(({ words }) => words)).toEqual([
      [],
      ['shell', 'fire', 'clash'],
      [],
    ]);
  });
});

describe('what-ifs by form', () => {
  const days = { from: '2024-05-15', days: '90' };
  it.each([
    ['without', { claim: 'Answered' }, 'without Answered'],
    ['truce', { one: 'North', other: 'South' }, 'truce between North and South'],
    ['share', { one: 'North', act: 'attack', other: 'South', percent: '0' }, 'no North attack on South'],
    ['share', { one: 'N', act: 'attack', other: 'S', percent: '12.5' }, '12.5 percent of N attack on S'],
  ] as const)('%s', (kind, filled, line) => {
    const written = printWhatIf({ kind, filled, ...days });
    expect(written).toMatchObject({ ok: true, text: `from 2024-05-15 for 90 days\n  ${line}` });
    expect(printWhatIf({ kind, filled, ...days, days: '0' }).ok).toBe(false);
    expect(printWhatIf({ kind, filled: {}, ...days }).ok).toBe(false);
  });

  it('stand behind the last one, else at the end', () => {
    const first = insert(THEATRE, {
      kind: 'whatif',
      text: 'whatif "a" from 2021-01-01 for 9 days\n  without One',
    });
    expect(
      first.endsWith('rise from 2020-06-01\n\nwhatif "a" from 2021-01-01 for 9 days\n  without One\n'),
    ).toBe(true);
    const second = insert(`${first}\nclaim Last by Courier\n  x\n`, { kind: 'whatif', text: 'whatif "b"' });
    expect(second).toContain('  without One\n\nwhatif "b"\n\nclaim Last');
  });
});

describe('what a command complains of, in the page', () => {
  it('leaves out notes on lines and progress', () => {
    const said =
      'a.tacit:1:1: note: The file names no record.\n 1 | tacit 1\n   | ^\n\na.tacit: 1 hint\nFitting 12 streams, one after the other.\nNo forecast. “x”: it ran away.\nUse fewer rules.';
    expect(sayInPage(said)).toEqual({ message: 'No forecast. “x”: it ran away.', hint: 'Use fewer rules.' });
    expect(sayInPage('x.tacit has errors, so nothing was compared with the record.').hint).toContain(
      'Verdicts',
    );
    expect(sayInPage('').message).toMatch(/ended/);
  });
});

describe('kept texts', () => {
  it('are told by file, each text once', () => {
    const kept = (id: string, path: string, text: string) => ({ id, path, text, basedOn: id });
    const groups = groupKept([
      kept('1', 'a', 'x'),
      kept('2', 'b', 'x'),
      kept('3', 'a', 'x'),
      kept('4', 'a', 'y'),
    ]);
    expect(groups.map(({ path, texts }) => [path, texts.map((same) => same.map(({ id }) => id))])).toEqual([
      ['a', [['1', '3'], ['4']]],
      ['b', [['2']]],
    ]);
  });
});
