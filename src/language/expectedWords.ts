import { listed } from './syntaxMessages.ts';

interface Group {
  /** The group stands for these when all of them are expected. */
  readonly tokens: readonly string[];
  readonly words: string;
}

/** From the widest to the narrowest: a group swallows its tokens before a narrower one can name them. */
const GROUPS: readonly Group[] = [
  { tokens: ['record', 'actor', 'claim', 'period'], words: 'a declaration' },
  { tokens: ['when', 'expects', 'truce', 'NAME'], words: 'the sentence of the claim' },
  { tokens: ['deaths', 'days', 'NAME'], words: 'who does what, such as `US strikes Axis`' },
  { tokens: ['at', 'more', 'exactly', 'NUMBER'], words: 'a number' },
  { tokens: ['anyone', 'NAME'], words: 'the name of an actor' },
  { tokens: ['anywhere', 'NAME'], words: 'the name of a place' },
  { tokens: ['DATE', 'NUMBER'], words: 'a date such as `2024-02-04`' },
  { tokens: ['WORD', 'BACKQUOTED'], words: 'an act such as `strikes`' },
  { tokens: ['within', 'that'], words: 'a window such as `within 14 days`' },
  { tokens: ['falls', 'rises'], words: 'a change such as `falls`' },
  { tokens: ['days', 'weeks'], words: '`days` or `weeks`' },
  { tokens: ['NAME'], words: 'a name' },
  { tokens: ['NUMBER'], words: 'a number' },
  { tokens: ['TEXT'], words: 'a text in quotation marks' },
  { tokens: ['MONTHDAY'], words: 'a month and day such as `06-01`' },
  { tokens: ['WORD'], words: 'a word in small letters' },
  { tokens: [','], words: 'a comma' },
];

/** Token kinds that belong to a group though they do not decide it. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'a declaration': [
    ...['use', 'alliance', 'place', 'area', 'route', 'act', 'source', 'rivals', 'whatif', 'assume'],
  ],
  'the sentence of the claim': [
    ...['untestable', 'first', 'none', 'no', 'at', 'about', 'more', 'fewer', 'exactly', 'NUMBER'],
    ...['deaths', 'days', 'WORD', 'anyone', 'the', 'each'],
  ],
  'who does what, such as `US strikes Axis`': ['WORD', 'anyone', 'the', 'each'],
  'a number': ['none', 'no', 'about', 'fewer'],
  'the name of an actor': ['the', 'each'],
  'the name of a place': ['the', 'each'],
  'a window such as `within 14 days`': ['after'],
  'a change such as `falls`': ['fall', 'rise', 'unchanged'],
  '`days` or `weeks`': ['day', 'week'],
  // A class of events may be `killing`.
  'a word in small letters': ['killing'],
};

const MOST_NAMED = 5;

/** What could stand at a place, in plain words: at most five things. */
export function expectedWords(expected: readonly string[]): string {
  let left = [...new Set(expected)];
  const words: string[] = [];
  for (const group of GROUPS) {
    if (!group.tokens.every((token) => left.includes(token))) continue;
    words.push(group.words);
    const taken = new Set([...group.tokens, ...(COMPANIONS[group.words] ?? [])]);
    left = left.filter((token) => !taken.has(token));
  }
  return listed([...words, ...left.map((token) => `\`${token}\``)].slice(0, MOST_NAMED));
}
