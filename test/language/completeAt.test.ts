import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, completeAt, EVENT_CLASSES, parse, type Completion } from '../../src/language/index.ts';
import { splitItems } from '../../src/language/splitItems.ts';
import { parseTokens, tokenize } from '../../src/language/tacitParser.ts';
import { cursorIn, filesOf } from './cursor.ts';

const HEAD = `tacit 1
theatre "Completion"
record "events.csv"
  covers 2017-05-01 to 2024-06-30
  measure aircraft from "aircraft"
actor US "United States" also "American forces"
actor IS "Islamic State" also "ISIS"
actor Israel
alliance Axis of IS, Israel
place AlQaim "al-Qaim"
area East of AlQaim
route Road through AlQaim, East
source Cradle published 2024-05-14
period Consent until 2024-02-03
act raid of ground attack
claim Calm by Cradle
  truce between US and Axis from 2024-02-04
claim Answered by Cradle
  when US strikes Axis then Axis attacks US within 14 days
`;

function at(marked: string, head = HEAD): readonly Completion[] {
  const { text, offset } = cursorIn(head + marked);
  return completeAt(filesOf(text), 'theatre.tacit', offset);
}
const labels = (marked: string, head?: string) => at(marked, head).map(({ label }) => label);
const claim = (sentence: string) => `claim X by Cradle\n  ${sentence}`;

describe('names of the right kind', () => {
  it.each([
    ['who acts', claim('when I|'), ['IS', 'Israel']],
    ['on whom', claim('when US strikes A|'), ['Axis', 'US']],
    [
      'where',
      claim('when US strikes Axis in |'),
      ['AlQaim', 'East', 'anywhere', 'the same place', 'each of'],
    ],
    ['who says so', 'claim X by |', ['Cradle']],
    ['a period, or a truce', claim('US strikes Axis only during |'), ['Consent', 'Calm']],
    ['claims', 'rivals |', ['Calm', 'Answered']],
    ['claims of a what-if', 'whatif "w" from 2025 for 26 weeks\n  without A|', ['Answered']],
    ['members of an alliance', 'alliance X of |', ['US', 'IS', 'Israel', 'Axis']],
    ['places of a route', 'route X through E|', ['East']],
    ['what a sentence may begin with', claim('Roa|'), ['Road']],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked).filter((label) => !/ [a-z]+ .* /.test(label))).toEqual(expected);
  });

  it('finds a name by its display name and its aliases', () => {
    expect(at(claim('when isl|')).map(({ label, foundBy }) => [label, foundBy])).toEqual([
      ['IS', 'Islamic State'],
    ]);
    expect(at(claim('when forces|')).map(({ label, foundBy }) => [label, foundBy])).toEqual([
      ['US', 'forces'],
    ]);
  });

  it('knows names of other files, and of sentences with mistakes', () => {
    const { text, offset } = cursorIn(`${HEAD}actor Broken "x" also\n${claim('when |')}`);
    const files = filesOf(text, { 'more.tacit': 'tacit 1\ntheatre "More"\nactor Yonder\n' });
    const found = completeAt(files, 'theatre.tacit', offset).map(({ label }) => label);
    expect(found).toContain('Yonder');
    expect(found).toContain('Broken');
  });
});

describe('words', () => {
  it.each([
    ['restrictions on a line of their own', `${claim('US strikes fall from 2024')}\n  o|`, ['outside']],
    ['words that go together', `${claim('US strikes fall from 2024')}\n  g|`, ['graded by']],
    [
      'both ways to go on',
      claim('when US strikes then Axis attacks within 3 days in at|'),
      ['at least', 'at most'],
    ],
    ['declarations at the start of a line', 'al|', ['alliance']],
    ['none in the middle of one', claim('al|'), []],
    ['parts of a record', 'record "a.csv"\n  mi|', ['missing']],
    ['one day', claim('when US strikes then Axis attacks within 1 |'), ['day', 'week']],
    ['many days', claim('when US strikes then Axis attacks within 14 |'), ['days', 'weeks']],
    [
      'parts that a source asserts',
      `${claim('US strikes fall from 2024')}\n  asserts t|`,
      ['timing', 'total'],
    ],
    ['delays', 'assume delay g|', ['geometric']],
    ['measures', claim('US strikes with at least 3 a|'), ['aircraft']],
    ['classes of several words', 'act x of drone |', ['drone strike']],
    ['acts, declared ones too', claim('when US rai|'), ['raids', 'raid']],
    ['acts of many in the plural', claim('when Axis rai|'), ['raid', 'raids']],
    [
      'acts that are words of the language',
      `act \`open\` of mortar\n${claim('when US ope|')}`,
      ['opens', '`open`'],
    ],
    [
      'such acts behind a backquote',
      `act \`open\` of mortar\n${claim('when US `ope|')}`,
      ['opens', '`open`'],
    ],
    ['below a line with a mistake', `${claim('when US strikes banana')}\n  out|`, ['outside']],
    ['the first words of a file', '|', ['tacit', 'theatre'], ''],
    ['the title', 'tacit 1\n|', ['theatre'], ''],
  ] as [string, string, string[], string?][])('%s', (_, marked, expected, head) => {
    const found = at(marked, head ?? HEAD);
    expect(found.filter(({ kind }) => kind !== 'form').map(({ label }) => label)).toEqual(expected);
  });
});

it('every class of events can be declared as it is offered', () => {
  const act = `act everything of ${EVENT_CLASSES.join(', ')}`;
  expect(parse(`tacit 1\ntheatre "T"\n${act}\n`).diagnostics).toEqual([]);
});

describe('dates', () => {
  it('offers the days the file speaks of, then the ends of a month or year', () => {
    expect(labels(claim('US strikes fall from 2024-02-|'))).toEqual([
      '2024-02-03',
      '2024-02-04',
      '2024-02-01',
      '2024-02-29',
    ]);
    expect(labels(claim('US strikes fall from 2019-|'))).toEqual(['2019-01-01', '2019-12-31']);
    expect(labels(claim('US strikes fall from 2019-13-|'))).toEqual([]);
  });
});

describe('sentences', () => {
  it('offers whole sentences with fields, found by their first word or their name', () => {
    const found = at(claim('truce|').replace('truce|', 'tru|'));
    expect(found.filter(({ kind }) => kind === 'form').map(({ template }) => template)).toEqual([
      'truce between ${1:Actor} and ${2:Actor} from ${3:2024-01-01}',
      'truce by ${1:Actor} from ${2:2024-01-01}',
    ]);
    expect(at(claim('fore|')).map(({ label }) => label)).toEqual(['A forecast']);
  });
});

describe('Enter must end the line', () => {
  it.each([
    claim('when US strikes Axis then Axis attacks US within 14 days|'),
    claim('when US strikes Axis then Axis attacks US within 14 day|').replace('14 day', '1 day'),
    claim('US strikes on Axis fall|'),
    claim('when US|'),
    claim('US strikes fall from 2024|'),
    claim('US strikes fall from 2024-02|'),
    claim('US strikes fall from 2024-02-04|'),
    claim('US strike|'),
    'act x of mortar|',
  ])('nothing is offered where the word already stands: %s', (marked) => {
    expect(at(marked)).toEqual([]);
  });

  it.each([
    '// when U|',
    'actor X "U|',
    'actor X "U|"',
    'source S address "when |" ',
    claim('untestable intent "when U|'),
  ])('nothing is offered in a text or comment: %s', (marked) => {
    expect(at(marked)).toEqual([]);
  });
});

describe('everything that is offered fits', () => {
  const text = readFileSync('test/language/everything.tacit', 'utf8');
  const head = 'tacit 1\ntheatre "T"\n';
  const declared = analyse(text, 'declared.tacit');

  it('for every word of a file that holds everything', () => {
    const [, ...items] = splitItems(text, tokenize(text).tokens);
    const wrong: string[] = [];
    let offered = 0;
    for (const { start: from, end, tokens } of items) {
      for (const { startOffset, image, tokenType } of tokens.slice(1)) {
        const rest = head + text.slice(from, startOffset);
        const files = new Map([...filesOf(rest), ['declared.tacit', declared]]);
        const found = completeAt(files, 'theatre.tacit', rest.length).filter(({ kind }) => kind !== 'form');
        offered += found.length;
        for (const { start, label } of found) {
          const [, ...tried] = splitItems(rest, tokenize(rest.slice(0, start) + label).tokens);
          const words = tried[0]?.tokens ?? [];
          const parsed = parseTokens(rest, words, 'Items');
          // Only at the end something may still be missing.
          if (!parsed.ok && parsed.problem.index < words.length) wrong.push(`${rest.slice(-60)} → ${label}`);
        }
        // What stands in the file is among what may stand there.
        const isWord = /^[a-z]/.test(tokenType.name) || ['NAME', 'WORD'].includes(tokenType.name);
        const isNew = startOffset === tokens[1]?.startOffset || /\b(measure|column)\s*$/.test(rest);
        const isLetter = /\d\s*$/.test(rest) && tokenType.name === 'NAME';
        const isKnown = found.some(({ label }) => label.split(' ').includes(image));
        const wholePhrase = / at (least |most )?$|by $|of $|the $|same $/.test(rest);
        if (isWord && !isNew && !isLetter && !isKnown && !wholePhrase) {
          wrong.push(`${text.slice(from, end)}: ${image} is not offered behind ${rest.slice(-30)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(offered).toBeGreaterThan(5000);
  });
});
