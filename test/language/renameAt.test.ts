import { describe, expect, it } from 'vitest';
import { defineAt, referencesAt, renameAt, renameTargetAt } from '../../src/language/index.ts';
import { applyEdits } from '../../src/language/textEdit.ts';
import { cursorIn, filesOf } from './cursor.ts';

const TEXT = `tacit 1
theatre "IS and others"
record "events.csv" // IS stands in a comment
  measure aircraft from "aircraft"
actor IS "Islamic State" also "ISIS"
actor N
alliance Axis of IS, N
place Norther at 34.45 N 40.92 E within 25 km
source Cradle published 2024-05-14
act raid of ground attack
claim Raids by Cradle quote "IS raids N"
  when IS raids Axis then N raid IS within 14 days
  graded by aircraft
claim Calm by Cradle
  truce between IS and N from 2024-02-04
claim Then by Cradle
  N strikes IS only during Calm
`;

function renamed(name: string, find: string, nth = 1, others: Readonly<Record<string, string>> = {}) {
  let offset = -1;
  for (let count = 0; count < nth; count += 1) offset = TEXT.indexOf(find, offset + 1);
  const files = filesOf(TEXT, others);
  const result = renameAt(files, 'theatre.tacit', offset, name);
  if (!result.ok) return result.message;
  return new Map(
    [...result.edits].map(([file, edits]) => [file, applyEdits(files.get(file)?.text ?? '', edits)]),
  );
}
const inTheatre = (result: ReturnType<typeof renamed>) =>
  typeof result === 'string' ? result : result.get('theatre.tacit');

describe('renaming', () => {
  it('changes every place of a name and leaves texts, aliases and comments alone', () => {
    expect(inTheatre(renamed('Caliphate', 'IS,'))).toBe(
      TEXT.replace('actor IS', 'actor Caliphate')
        .replace('of IS,', 'of Caliphate,')
        .replace('when IS raids', 'when Caliphate raids')
        .replace('raid IS within', 'raid Caliphate within')
        .replace('between IS and', 'between Caliphate and')
        .replace('strikes IS only', 'strikes Caliphate only'),
    );
  });

  it('tells the letters of a position from a name', () => {
    const text = inTheatre(renamed('North', 'N raid'));
    expect(text).toContain('34.45 N 40.92 E');
    expect(text).toContain('actor North\n');
    expect(text).not.toMatch(/\bN (strikes|raid)/);
  });

  it('keeps the number of an act', () => {
    const text = inTheatre(renamed('push', 'raids Axis'));
    expect(text).toContain('act push of ground attack');
    expect(text).toContain('when IS pushes Axis then N push IS');
    expect(text).toContain('quote "IS raids N"');
    expect(inTheatre(renamed('open', 'raids Axis'))).toContain('when IS opens Axis then N `open` IS');
  });

  it('changes measures and claims', () => {
    expect(inTheatre(renamed('jets', 'aircraft from'))).toContain('measure jets from "aircraft"');
    expect(inTheatre(renamed('jets', 'aircraft\nclaim'))).toContain('graded by jets');
    expect(inTheatre(renamed('Truce', 'Calm\n'))).toContain('claim Truce by Cradle');
  });

  it('reaches files that use one another, and sentences with mistakes', () => {
    const more =
      'tacit 1\ntheatre "More"\nuse "theatre.tacit"\nclaim X by Cradle\n  when IS banana IS then\n';
    const result = renamed('Caliphate', 'IS,', 1, { 'more.tacit': more });
    expect(typeof result === 'string' ? result : result.get('more.tacit')).toBe(
      more.replaceAll('IS', 'Caliphate'),
    );
  });

  it.each([
    ['is', 'IS,', '`is` is no name: a name is one word and begins with a capital letter.'],
    ['Two Words', 'IS,', '`Two Words` is no name: a name is one word and begins with a capital letter.'],
    ['X\nclaim', 'IS,', '`X\uFFFDclaim` is no name: a name is one word and begins with a capital letter.'],
    ['', 'IS,', '`` is no name: a name is one word and begins with a capital letter.'],
    ['Axis', 'IS,', '`Axis` is already the name of something else.'],
    ['Raids', 'raids Axis', '`Raids` will not do: it must be one word in small letters.'],
    ['strikes', 'raids Axis', '`strike` is already the name of something else.'],
    [
      'strike',
      'strikes IS',
      '`strike` ships with Tacit. To call it something else, declare an act of your own: `act … of …`.',
    ],
    ['X', '34.45', 'Here stands no name that could be changed.'],
    ['X', 'Islamic', 'Here stands no name that could be changed.'],
  ])('refuses %j', (name, find, message) => {
    expect(renamed(name, find)).toBe(message);
  });

  it('refuses a name that is an alias of another', () => {
    const message = renamed('ISIS', 'N\nalliance');
    expect(message).toMatch(/^With the name `ISIS` the file would have a mistake: "ISIS" means both/);
  });

  it('says that a record may use the old name where it is no alias', () => {
    const files = filesOf(TEXT);
    const note = (find: string, name: string) => {
      const result = renameAt(files, 'theatre.tacit', TEXT.indexOf(find), name);
      return result.ok ? result.note : result.message;
    };
    expect(note('N raid', 'North')).toBe(
      'Events were also found by the name "N". If your record writes it so, add `also "N"` where North is declared.',
    );
    expect(note('Cradle', 'Magazine')).toBeNull();
    expect(note('IS,', 'IS')).toBeNull();
  });
});

describe('places of a name', () => {
  const files = filesOf(TEXT);

  it('finds its declaration from anywhere in it', () => {
    const use = TEXT.indexOf('IS within');
    for (const offset of [use, use + 1, use + 2]) {
      const found = defineAt(files, 'theatre.tacit', offset);
      expect(found && TEXT.slice(found.start - 6, found.end)).toBe('actor IS');
    }
    expect(defineAt(files, 'theatre.tacit', TEXT.indexOf('strikes'))).toBeNull();
    expect(defineAt(files, 'theatre.tacit', 0)).toBeNull();
  });

  it('lists all references', () => {
    const found = referencesAt(files, 'theatre.tacit', TEXT.indexOf('raids Axis'));
    expect(found.map(({ written, declares }) => [written, declares])).toEqual([
      ['raid', true],
      ['raids', false],
      ['raid', false],
    ]);
  });

  it('takes composed and decomposed accents for one name', () => {
    const { text, offset } = cursorIn(`tacit 1\ntheatre "T"\nactor É|ire\nalliance A of E\u0301ire\n`);
    expect(referencesAt(filesOf(text), 'theatre.tacit', offset)).toHaveLength(2);
    expect(renameTargetAt(filesOf(text), 'theatre.tacit', offset)).toMatchObject({ ok: true });
  });
});
