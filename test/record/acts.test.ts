import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACT_TABLES, RECORD_ACT_CLASSES, RECORD_FORMATS } from '../../src/record/index.ts';
import { actClassifier } from '../../src/record/acts/index.ts';

const CODES = '../shared/data/icews/cameo-codes.csv';
const CONVERSION = '../shared/data/polecat/CAMEO2PLOVER-2021.txt';
const CODEBOOK = '../shared/data/acled/acled_codebook.csv';
const tableOf = (name: string) => {
  const table = ACT_TABLES.find((one) => one.name === name);
  if (!table) throw new Error(`there is no table ${name}`);
  return table;
};
const codesOf = (name: string) => new Set(tableOf(name).entries.map(([code]) => code));

describe.each(ACT_TABLES.map((table) => [table.name, table] as const))('the table %s', (_, table) => {
  it('names classes that exist', () => {
    const classes = table.entries.flatMap(([, , actClass]) => actClass ?? []);
    expect(classes.filter((one) => !RECORD_ACT_CLASSES.includes(one))).toEqual([]);
    expect(classes.length).toBeGreaterThan(0);
  });

  it('has each code once and a name for it', () => {
    const codes = table.entries.map(([code]) => code.toLowerCase());
    expect(new Set(codes).size).toBe(codes.length);
    expect(table.entries.filter(([, name]) => name.trim() === '')).toEqual([]);
  });

  it('belongs to formats that exist', () => {
    const names = RECORD_FORMATS.map(({ name }) => name);
    const known = table.formats.filter((format) => names.includes(format));
    expect(known).toEqual(table.formats);
  });
});

describe('no code is forgotten (skipped where ../shared is absent)', () => {
  it.skipIf(!existsSync(CODES))('of the list of CAMEO', () => {
    const listed = [...readFileSync(CODES, 'latin1').matchAll(/^"\d+",\d+,"([^"]+)","(\d{2,4})"/gm)];
    const names = new Map(tableOf('cameo').entries.map(([code, name]) => [code, name.toLowerCase()]));
    expect(listed.length).toBe(312);
    expect(listed.filter(([, name, code]) => names.get(code ?? '') !== name?.trim().toLowerCase())).toEqual(
      [],
    );
  });

  it.skipIf(!existsSync(CODEBOOK))('of the codebook of ACLED', () => {
    const values = /^"sub_event_type","[^"]*","([^"]+)"/m.exec(readFileSync(CODEBOOK, 'utf8'))?.[1] ?? '';
    const listed = values.split(';').map((name) => name.trim());
    expect(listed).toHaveLength(25);
    const acled = codesOf('acled');
    expect(listed.filter((name) => !acled.has(name))).toEqual([]);
  });

  it.skipIf(!existsSync(CONVERSION))('of the conversion from CAMEO to PLOVER', () => {
    const lines = [...readFileSync(CONVERSION, 'utf8').matchAll(/^(\d{3,4}): ([A-Z]+) *, *([\w-]*)/gm)];
    expect(lines.length).toBeGreaterThan(200);
    // A context that slipped into the column of modes: 175 is "ASSAULT, pro_autocracy".
    const slips = ['pro_autocracy'];
    const plover = codesOf('plover');
    const pairs = lines.map(([, , type = '', mode = '']) =>
      mode === '' || slips.includes(mode) ? type : `${type}:${mode}`,
    );
    expect([...new Set(pairs)].filter((pair) => !plover.has(pair))).toEqual([]);
    const cameo = codesOf('cameo');
    expect(lines.map(([, code = '']) => code).filter((code) => !cameo.has(code))).toEqual([]);
  });
});

describe('a classifier', () => {
  const classify = actClassifier(tableOf('cameo'));

  it.each([
    ['010', 'statement'],
    ['10', 'demand'],
    ['190', 'armed attack'],
    ['195', 'airstrike'],
    ['1712', 'property destruction'],
    ['171', null],
    ['19999', null],
    ['', null],
    ['__proto__', null],
  ])('gives %j the class %j', (code, actClass) => {
    expect(classify(code)).toBe(actClass);
    expect(classify(code)).toBe(actClass);
  });

  it('does not mind capitals', () => {
    expect(actClassifier(tableOf('acled'))('AIR/DRONE STRIKE')).toBe('airstrike');
    expect(actClassifier(tableOf('plover'))('assault:FIREARMS')).toBe('shooting');
  });
});
