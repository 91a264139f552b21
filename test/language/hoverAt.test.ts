import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, hoverAt } from '../../src/language/index.ts';
import { meaningOfKeyword } from '../../src/language/meaningOfKeyword.ts';
import { DECLARATION_MEANINGS } from '../../src/language/declarationMeanings.ts';
import { PATTERN_MEANINGS } from '../../src/language/patternMeanings.ts';
import { SENTENCE_MEANINGS } from '../../src/language/sentenceMeanings.ts';
import { headsOf, startOf, type Junction, type Station } from '../../src/language/grammarAutomaton.ts';
import { filesOf } from './cursor.ts';

const TEXT = `tacit 1
theatre "Hover"
actor US "United States" also "American forces"
actor Evil "[click](javascript:alert(1)) <img src=x> \`\`\`"
alliance Axis of US said by Cradle
place AlQaim
source Cradle "The Cradle" published 2024-05
claim Answered by Cradle at "p. 3"
  when US strikes Evil then Axis attacks US within 14 days
  since 2020
  until 2024-03
claim Fall by Cradle
  US strikes fall from 2021-02 to 2021-03
claim When by Cradle
  US strikes on 2021-02
`;
const files = filesOf(TEXT);
const hover = (find: string) => hoverAt(files, 'theatre.tacit', TEXT.indexOf(find))?.markdown ?? null;

describe('hover', () => {
  it('shows the declaration of a name, its other names, members and uses', () => {
    expect(hover('US strikes Evil')).toBe(
      [
        '**US**: actor, “United States”',
        '```tacit\nactor US "United States" also "American forces"\n```',
        'A record may call it by its name, its display name or any alias.',
        'Also called “American forces”.',
        'Used 5 times.',
      ].join('\n\n'),
    );
    expect(hover('Axis attacks')).toContain('Members: US.');
    expect(hover('Cradle at')).toContain('judged up to 2024-05;');
    expect(hover('AlQaim')).toContain('Not used yet.');
  });

  it('lets no text of the file become markup', () => {
    const shown = hover('Evil then') ?? '';
    const outside = shown.replace(/(`{3,})tacit\n[\s\S]*?\n\1/g, '');
    expect(outside).not.toMatch(/\[click\]|<img|(?<!\\)`/);
    expect(shown).toContain('````tacit\n');
  });

  it('explains acts that ship, words of the language and dates at their place', () => {
    expect(hover('strikes Evil')).toContain('It takes: airstrike, drone strike');
    expect(hover('within 14')).toContain('Days 1 to N after the trigger.');
    expect(hover('2020\n')).toBe('Its first day is meant: 2020-01-01.');
    expect(hover('2024-03\n')).toBe('Its last day is meant: 2024-03-31.');
    expect(hover('2021-02 to')).toBe('Its first day is meant: 2021-02-01.');
    expect(hover('2021-03\n')).toBe('Its last day is meant: 2021-03-31.');
    expect(hover('2021-02\n')).toBe('2021-02-01 to 2021-02-28.');
    expect(hover('14 days')).toBeNull();
    expect(hover('"Hover"')).toBeNull();
  });

  it('says so when nothing has a name', () => {
    const text = 'tacit 1\ntheatre "T"\nalliance A of Nobody\n';
    expect(hoverAt(filesOf(text), 'theatre.tacit', text.indexOf('Nobody'))?.markdown).toBe(
      'Nothing is called Nobody.',
    );
    expect(hoverAt(filesOf(text), 'elsewhere.tacit', 3)).toBeNull();
  });
});

/** Words that only hold a sentence together; the word before or behind them is explained. */
const SILENT = new Set(
  'of to and by at in on is as or the last day days week weeks percent km up with other actor place change for told per part than'.split(
    ' ',
  ),
);

describe('meanings of words', () => {
  const stations = new Map<string, Station>();
  const seen = new Set<Junction>();
  const walk = (junction: Junction): void => {
    if (seen.has(junction)) return;
    seen.add(junction);
    for (const station of headsOf(junction).stations) {
      stations.set(`${station.role.rule}.${station.token}`, station);
      walk(station.next);
    }
  };
  walk(startOf('Header'));
  walk(startOf('Items'));

  it('are known for every word of the language', () => {
    const words = [...stations.values()].filter(({ token }) => /^[a-z]/.test(token));
    const silent = words.filter(
      ({ token, role }) => !meaningOfKeyword(token, role.rule) && !SILENT.has(token),
    );
    expect(words.length).toBeGreaterThan(150);
    expect(silent.map(({ token, role }) => `${role.rule}.${token}`)).toEqual([]);
  });

  it('are all of words that the grammar has', () => {
    const keys = [DECLARATION_MEANINGS, SENTENCE_MEANINGS, PATTERN_MEANINGS].flatMap((part) =>
      Object.keys(part),
    );
    const words = new Set([...stations.values()].map(({ token }) => token));
    const unknown = keys.filter((key) => !(key.includes('.') ? stations.has(key) : words.has(key)));
    expect(unknown).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have a role for every word of a file that holds everything', () => {
    const { words } = analyse(readFileSync('test/language/everything.tacit', 'utf8'));
    expect(words.filter(({ role }) => role === null)).toEqual([]);
  });
});
