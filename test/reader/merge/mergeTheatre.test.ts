import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/language/index.ts';
import { draftTheatre, findReading, packOfTheatre, type Draft } from '../../../src/reader/index.ts';
import { articleFrom, packs } from '../readText.ts';

const TEXT = [
  'On the matter of the east',
  '',
  'A truce between US forces and Kataib Hezbollah held from 4 February 2024. Attacks by Kataib Hezbollah on US forces fell in February 2024.',
  '',
  'On 29 December 2019, US air strikes hit Kataib Hezbollah, killing at least 50 fighters. Kataib Hezbollah answers each US raid with rocket attacks on US bases.',
].join('\n');

const HEAD = [
  'tacit 1',
  'theatre "Mine"',
  'record "r.csv"',
  '  covers 2017 to 2024',
  'actor America "United States"',
  'actor KH "Kata\'ib Hizballah" also "Kataib Hezbollah"',
  'source Mine published 2024-01-01',
].join('\n');

const mergeInto = (theatre: string, text = TEXT): Draft =>
  draftTheatre([findReading(articleFrom(text), [...packs(), packOfTheatre(theatre, packs())])], {
    packs: packs(),
    theatre,
  });
const added = (draft: Draft, theatre: string) => draft.text.slice(theatre.length);
const claimsIn = (text: string) => text.match(/^claim \S+/gm) ?? [];

describe('a draft added to a theatre', () => {
  it('writes no claim of the same article again, filled or not', () => {
    const first = draftTheatre([findReading(articleFrom(TEXT), packs())], { packs: packs() });
    expect(claimsIn(first.text).length).toBeGreaterThan(2);
    expect(first.text).toContain('within ? days');
    for (const theatre of [first.text, first.text.replace('within ? days', 'within 14 days')]) {
      const again = mergeInto(theatre);
      expect(claimsIn(added(again, theatre))).toEqual([]);
      expect(again.suggestions.every(({ already }) => already !== null)).toBe(true);
      // Nothing is declared twice either.
      expect(parse(again.text).diagnostics.filter(({ code }) => code !== 'to-fill')).toEqual([]);
      expect(added(again, theatre)).not.toMatch(/^(?:record|source|actor|place) /m);
    }
  });

  it('knows a claim in another spelling and by another source, and keeps that source at hand', () => {
    const theatre = `${HEAD}\nclaim Quiet by Mine   // see "note" // twice\n  truce between America   and KH from 2024-02-04\n`;
    const draft = mergeInto(theatre);
    const truce = draft.suggestions.find(({ alternatives }) => alternatives[0]?.kind === 'truce');
    expect(truce?.already).toBe('Quiet');
    expect(added(draft, theatre)).toMatch(/^\/\/ Already in this file as Quiet: paragraph 1/m);
    expect(added(draft, theatre)).toMatch(/^\/\/ {3}truce between America and KH from 2024-02-04$/m);
    expect(added(draft, theatre)).not.toMatch(/^ {2}truce/m);
  });

  it('says what differs in dates only, and keeps it', () => {
    const theatre = `${HEAD}\nclaim Quiet by Mine\n  truce between America and KH from 2024-03-01\n`;
    const truce = mergeInto(theatre).suggestions.find(
      ({ alternatives }) => alternatives[0]?.kind === 'truce',
    );
    expect(truce).toMatchObject({ already: null, same: ['Quiet'] });
  });

  it('sets claims of the theatre against those that turn them round', () => {
    const theatre = `${HEAD}\nclaim Up by Mine\n  KH attack on America rises from 2024-02\nclaim Toll by Mine\n  America strikes KH on 2019-12-29 killing at least 25\n`;
    const { rivals, suggestions } = mergeInto(theatre);
    const named = (kind: string) =>
      suggestions.find(({ alternatives }) => alternatives[0]?.kind === kind)?.name ?? '';
    expect(rivals).toContainEqual(['Up', named('trend')]);
    expect(rivals).toContainEqual(['Toll', named('event')]);
  });

  it('finds nothing alike in a theatre about something else', () => {
    const theatre = `${HEAD}\nclaim Other by Mine\n  truce between America and KH from 2020-01-01 to 2020-02-01\nclaim Third by Mine\n  KH attacks on America are odd\n`;
    const { rivals, suggestions } = mergeInto(theatre);
    expect(rivals).toEqual([]);
    expect(suggestions.every(({ already }) => already === null)).toBe(true);
  });

  it('reads a theatre of any size and shape', () => {
    for (const theatre of ['', 'claim', '"'.repeat(4000), `claim A by B ${'"x" '.repeat(3000)}\n  ? ? ?`])
      expect(mergeInto(theatre, 'On it\n\nUS forces struck Iran on 3 May 2023.').suggestions).toHaveLength(1);
  });
});

describe('an umbrella name', () => {
  const declared = (text: string) =>
    mergeInto('', `On the matter\n\n${text}`).declarations.find(({ kind }) => kind === 'alliance')?.tacit ??
    '';

  it('has the members that the article names, and the rest as a remark', () => {
    const tacit = declared(
      'The Axis of Resistance attacked US bases on 3 May 2023. Iran and Hezbollah said nothing.',
    );
    expect(tacit).toMatch(/\nalliance .* of Iran said by Example, Hezbollah said by Example$/);
    expect(tacit).toMatch(
      /^\/\/ Members that the article names; the pack also counts .*Ansar Allah.* to it\.\n/,
    );
  });

  it('has the members of its pack where the article names none, and says whose they are', () => {
    const tacit = declared('The Axis of Resistance attacked US bases on 3 May 2023.');
    expect(tacit).toMatch(/^\/\/ The article names no member of it: these are the pack's\./);
    expect(tacit).not.toContain('said by');
  });
});
