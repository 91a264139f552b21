import { describe, expect, it } from 'vitest';
import { format, parse } from '../../src/language/index.ts';
import type { Item, ItemOfKind } from '../../src/language/index.ts';

const HEAD = 'tacit 1\ntheatre "T"\n';

function claimOf(sentence: string): ItemOfKind<'claim'> {
  const { document, diagnostics } = parse(`${HEAD}claim A by S\n  ${sentence}\n`);
  expect(diagnostics).toEqual([]);
  return document.items[0] as ItemOfKind<'claim'>;
}

function firstItem(text: string): Item | undefined {
  return parse(`${HEAD}${text}`).document.items[0];
}

describe('parse', () => {
  it('reads head, version and title', () => {
    const { document } = parse('tacit 1\ntheatre "Eastern ""Syria"""\n', 'a.tacit');
    expect(document).toMatchObject({
      format: 'tacit-theatre/1',
      version: 1,
      title: 'Eastern "Syria"',
      items: [],
    });
    expect(parse('theatre "T"').document.version).toBeNull();
  });

  it('says where an item stands', () => {
    const text = `${HEAD}\n  actor US "United States"\n`;
    const { at } = parse(text).document.items[0] as Item;
    expect(text.slice(at.start, at.end)).toBe('actor US "United States"');
    expect([at.line, at.column]).toEqual([4, 3]);
  });

  it('accepts a byte order mark and line ends of every kind', () => {
    const text = `${HEAD}actor US\nclaim A by S\n  US strikes on 2020-01-01 // c\n`;
    const plain = format(parse(text).document);
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
      const { document, diagnostics } = parse(other);
      expect(diagnostics).toEqual([]);
      expect(format(document)).toBe(plain);
      expect(document.items.map((item) => item.at.line)).toEqual([3, 4]);
    }
  });

  it('takes a four-digit number as a year or as a count, by position', () => {
    expect(claimOf('more than 2000 US strikes from 2000 to 2001').form).toMatchObject({
      quantity: { value: 2000 },
      from: '2000',
      to: '2001',
    });
    expect(claimOf('US strikes on 2020 killing 2020').form).toMatchObject({
      pattern: { date: '2020', size: { quantity: { value: 2020 } } },
    });
  });

  it('tells month and day from a date', () => {
    expect(firstItem('period P each 06-01 to 09-30')).toMatchObject({
      spans: [{ from: '06-01', to: '09-30' }],
    });
    expect(firstItem('period P from 2006-01 to 2009-09-30')).toMatchObject({ spans: [{ from: '2006-01' }] });
  });

  it('gives acts in the singular, declared ones first, before or after their use', () => {
    const acts = (text: string): readonly string[] =>
      parse(HEAD + text).document.items.flatMap((item) =>
        item.kind === 'claim' && item.form.kind === 'event' ? [item.form.pattern.act] : [],
      );
    const use = (word: string): string => `claim A by S\n  US ${word} on 2020-01-01\n`;
    expect(['strike', 'strikes', 'clash', 'clashes', 'bombards'].flatMap((word) => acts(use(word)))).toEqual([
      ...['strike', 'strike', 'clash', 'clash', 'bombards'],
    ]);
    expect(
      acts(`${use('parries')}act parry of code "P"\n${use('`falls`')}act \`fall\` of code "F"\n`),
    ).toEqual([...['parry', 'fall']]);
    expect(acts(`act strikes of code "S"\n${use('strikes')}`)).toEqual(['strikes']);
  });

  it('takes `on` before a target or a date', () => {
    expect(claimOf('US strikes on Axis on 2020-01-01').form).toMatchObject({
      pattern: { target: { name: 'Axis' }, on: true, date: '2020-01-01' },
    });
    expect(claimOf('US strikes on 2020-01-01').form).toMatchObject({ pattern: { target: null, on: false } });
  });

  it('makes names one whichever way their accents are encoded', () => {
    expect(firstItem('actor E\u0301ire')).toMatchObject({ name: '\u00C9ire' });
  });

  it('keeps what is right when many things are wrong', () => {
    const broken = Array.from(
      { length: 50 },
      (_, index) => `claim C${String(index)} by S\n  US strikes since 2020 falls\n`,
    );
    const right = Array.from({ length: 50 }, (_, index) => `actor A${String(index)}\n`);
    const { document, diagnostics } = parse(
      HEAD + broken.map((claim, index) => claim + (right[index] ?? '')).join(''),
    );
    expect(document.items).toHaveLength(50);
    expect(diagnostics).toHaveLength(50);
  });

  it('names the file in diagnostics', () => {
    expect(parse('actr', 'x.tacit').diagnostics[0]).toMatchObject({ file: 'x.tacit', severity: 'error' });
  });
});

describe('the words that may end a pattern never begin what can follow one', () => {
  const ends = [
    ...[
      '',
      'Axis',
      'on Axis',
      'on 2020-01-01',
      'Axis in East',
      'Axis in East except B, C',
      'elsewhere',
      'in anywhere',
    ],
    ...[
      'near East up to 5 km',
      'near the same place up to 5 km',
      'in the same place',
      'killing at least 3',
      'the same actor',
    ],
    ...[
      'wounding 3',
      'with more than 3 aircraft',
      'Axis except B',
      'or Iran attacks',
      'Axis in East on 2020 killing none',
    ],
  ];
  const sentences = [
    'when P then P within 3 days',
    'when P then P that day in 80 percent of cases',
    'when P then P after 3 to 5 days',
    'when P then no extra P within 3 days',
    'when P then fewer P for 3 days',
    'when P then no more P for 3 days',
    'P and P answer each other within 3 days',
    'P falls from 2020 compared with P',
    'P rise steadily from 2020 by half',
    'P unchanged during Consent compared with days with P',
    'P rises as P falls within 3 days',
    'P only during Consent',
    'P only within 3 days after P',
    'P is most of P',
    'P is about 30 percent of P from 2020 to 2021',
    'P is highest in 2015 since 2010',
    'at least 3 P per day from 2020 to 2021',
    'none P from 2020 to 2021',
    'expects P before 2025',
    'expects possible P fall by 20 percent before 2025',
    'first P',
    'P',
  ];
  const restrictions = [
    ...[
      'since 2020',
      'until 2020',
      'during Consent',
      'outside Consent',
      'graded by killed',
      'asserts timing',
    ],
    ...[
      'while no P over the last 7 days',
      'while more than 3 P over the last 7 days',
      'assuming calm 3 days',
    ],
  ];
  /** Sentences about one pattern: `P or P` has no place in them. */
  const single = new Set(['P', 'first P', 'P and P answer each other within 3 days']);

  it.each(ends)('… %s', (end) => {
    for (const sentence of sentences) {
      if (end.startsWith('or') && single.has(sentence)) continue;
      for (const restriction of restrictions) {
        const body = `  ${sentence}\n  ${restriction}\n`.replace(/\bP\b/g, `US strikes ${end}`.trim());
        expect([body, parse(`${HEAD}claim A by S\n${body}`).diagnostics]).toEqual([body, []]);
      }
    }
  });

  it.each(ends)('in a record: … %s', (end) => {
    const text = `${HEAD}record "a.csv"\n  column a is US strikes ${end}\n  totals "t.csv" of US strikes ${end}\n  missing 2020 to 2021\n`;
    expect(parse(text).diagnostics).toEqual([]);
  });
});
