import { describe, expect, it } from 'vitest';
import { check, parse } from '../../../src/language/index.ts';
import { draftTheatre, findReading, needs, type Draft } from '../../../src/reader/index.ts';
import { fillDraft } from '../fillDraft.ts';
import { articleFrom, packs, readText } from '../readText.ts';

const ONE = [
  'Strikes and answers in the east',
  '',
  'US raids near Albu Kamal are now answered by Kataib Hezbollah with rocket attacks on US bases within three days.',
  '',
  'A truce between US forces and Kataib Hezbollah held from 4 February 2024. According to US officials, attacks by Kataib Hezbollah on US bases fell in February.',
  '',
  'US-backed ISIS cells attacked the Syrian army in the Syrian Desert. Israel cannot strike there without the American green light.',
].join('\n');

const draftOf = (text: string, theatre: string | null = null): Draft =>
  draftTheatre([findReading(articleFrom(text), packs())], { packs: packs(), theatre });

const formOf = (draft: Draft, kind: string) =>
  draft.suggestions
    .find(({ alternatives }) => alternatives[0]?.kind === kind)
    ?.alternatives[0]?.tacit.split('\n')[1]
    ?.trim();

describe('draftTheatre', () => {
  const draft = draftOf(ONE);

  it('writes a rule with its trigger, its answer and its window', () => {
    expect(formOf(draft, 'rule')).toBe(
      'when US strikes KataibHezbollah in AlbuKamal then KataibHezbollah attacks US within 3 days',
    );
  });

  it('writes a truce with its sides and its day', () => {
    expect(formOf(draft, 'truce')).toBe('truce between US and KataibHezbollah from 2024-02-04');
  });

  it('cites whom the article cites', () => {
    expect(draft.text).toMatch(/by Example citing USOfficials at "paragraph 2"/);
    expect(draft.text).toMatch(/^source USOfficials "US officials, as cited by The Example"$/m);
  });

  it('makes nobody a member of what only backs it', () => {
    expect(draft.text).not.toMatch(/alliance US\b|alliance IS\b/);
    expect(
      draft.suggestions.every(({ alternatives }) =>
        alternatives.every(({ tacit }) => !/\n {2}US (?:attacks|strikes) Syria/.test(tacit)),
      ),
    ).toBe(true);
  });

  it('holds every offset to its quotation', () => {
    const raw = draft.articles[0]?.raw ?? '';
    const passages = [...draft.suggestions, ...draft.events, ...draft.dates, ...draft.voices, ...draft.names];
    expect(passages.length).toBeGreaterThan(20);
    for (const { start, end, quotation } of passages) expect(raw.slice(start, end)).toBe(quotation);
  });

  it('declares what each claim needs, and nothing twice', () => {
    const names = draft.declarations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { alternatives } of draft.suggestions) {
      for (const { tacit } of alternatives) {
        const others =
          alternatives.length === 2 && tacit.includes(' is different during ') ? alternatives : [];
        const text = fillDraft(
          [
            'tacit 1',
            'theatre "x"',
            'record "r.csv"',
            '  covers 2017 to 2024',
            ...needs(draft, tacit).map((one) => one.tacit),
            tacit,
          ].join('\n'),
        );
        const { document } = parse(text);
        const { diagnostics } = check(document, { file: null, files: new Map(), pedantic: false, text });
        if (others.length === 0)
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }
  });

  const forms = (text: string) =>
    draftOf(text).suggestions.map(({ alternatives }) =>
      alternatives[0]?.tacit.split('\n').slice(1).join('\n'),
    );

  it('reads blanks that do not break and curly signs like plain ones', () => {
    expect(
      forms(ONE.replaceAll('Albu Kamal', 'Albu\u00a0Kamal').replaceAll('US forces', 'US\u00a0forces')),
    ).toEqual(forms(ONE));
  });

  it('follows names that change places', () => {
    const swapped = ONE.replaceAll('Kataib Hezbollah', 'the Houthis');
    expect(forms(swapped)).toEqual(
      forms(ONE).map((form) =>
        form?.replaceAll('KataibHezbollah', 'Houthis').replaceAll('Kataib Hezbollah', 'the Houthis'),
      ),
    );
  });

  it('is the same for the same article', () => {
    expect(draftOf(ONE)).toEqual(draft);
  });

  it('adds to a theatre without touching a letter of it', () => {
    const theatre =
      'tacit 1\ntheatre "Mine"   // my remark\nrecord "r.csv"\n  covers 2017 to 2024\nactor America "United States"\nsource Mine\nclaim P2Truce by Mine\n  America strikes fall from 2020\n';
    const merged = draftOf(ONE, theatre);
    expect(merged.text.startsWith(theatre)).toBe(true);
    expect(merged.text).not.toContain('record ?');
    // Its name for the United States is used again.
    expect(merged.text).not.toMatch(/^actor US /m);
    expect(merged.text).toContain('truce between America and KataibHezbollah');
    const text = fillDraft(merged.text);
    const { document, diagnostics } = parse(text);
    const checked = check(document, { file: null, files: new Map(), pedantic: false, text });
    expect([...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  it('sees the same claim in two articles, and two that differ', () => {
    const says = (file: string, publisher: string, sentence: string) => {
      const reading = readText(sentence);
      return { ...reading, article: { ...reading.article, file, publisher } };
    };
    const two = draftTheatre(
      [
        says('a.txt', 'Alpha', 'Attacks by Kataib Hezbollah on US forces increased in October 2023.'),
        says('b.txt', 'Beta', 'Attacks by Kataib Hezbollah on US forces increased in November 2023.'),
        says('c.txt', 'Gamma', 'Attacks by Kataib Hezbollah on US forces declined in November 2023.'),
      ],
      { packs: packs() },
    );
    const [a, b, c] = two.suggestions;
    expect(a?.same).toEqual([b?.name]);
    expect(two.rivals).toEqual([
      [a?.name, c?.name],
      [b?.name, c?.name],
    ]);
    expect(two.text).toContain(`rivals ${a?.name ?? ''}, ${c?.name ?? ''}`);
  });

  it.each([
    '',
    '\u0000\u0001',
    '?'.repeat(500),
    'US '.repeat(2000),
    '"'.repeat(99),
    '// claim X\nclaim Y by Z\n',
    '\ud800 US struck Iran \udfff in "Syria".',
  ])('survives %j', (text) => {
    const { text: written } = draftOf(
      `A title of the matter\n\n${text} US forces struck Iran. // "quoted" \\ text`,
    );
    const { diagnostics } = parse(written, 'draft.tacit');
    expect(diagnostics.filter(({ code }) => code !== 'to-fill')).toEqual([]);
  });
});
