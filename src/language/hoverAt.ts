import { formatDay, readWrittenDate } from '../calendar/index.ts';
import { wordAt } from './analyse.ts';
import type { Analysis, PlacedWord } from './analyse.ts';
import type { FilesInView } from './declarationsIn.ts';
import { describeDeclaration, plain } from './describeDeclaration.ts';
import { thingAt } from './findOccurrences.ts';
import { meaningOfKeyword } from './meaningOfKeyword.ts';
import { STANDARD_ACTS } from './standardActs.ts';

/** What stands at a place, explained in Markdown. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** What the word at a place means: a name its declaration, a word of the language its meaning, a date its days. */
export function hoverAt(files: FilesInView, file: string, offset: number): Hover | null {
  const analysis = files.get(file);
  const word = analysis && wordAt(analysis, offset);
  if (!word) return null;
  const markdown = explainThing(files, file, offset) ?? explainDate(word, analysis) ?? explainKeyword(word);
  return markdown === null ? null : { start: word.start, end: word.end, markdown };
}

function explainThing(files: FilesInView, file: string, offset: number): string | null {
  const thing = thingAt(files, file, offset);
  if (!thing) return null;
  const { declaration, name, of } = thing;
  if (declaration) return describeDeclaration(declaration, files);
  const classes = Object.hasOwn(STANDARD_ACTS, name) ? STANDARD_ACTS[name] : undefined;
  if (of === 'act' && classes) {
    return `**${plain(name)}**: an act that ships with Tacit\n\nIt takes: ${classes.join(', ')}.`;
  }
  return of === 'name' ? `Nothing is called ${plain(name)}.` : null;
}

const FIRST_DAY = new Set(['from', 'since', 'before', 'expected']);
const LAST_DAY = new Set(['to', 'until']);

/** `2024-02` after `from` is its first day, after `to` its last. */
function explainDate(word: PlacedWord, { words }: Analysis): string | null {
  const { token, role } = word;
  const { image, tokenType } = token;
  const date = readWrittenDate(image);
  const isDate = tokenType.name === 'DATE' || (tokenType.name === 'NUMBER' && role !== null && isDay(role));
  if (!date || !role || !isDate) return null;
  const [first, last] = [formatDay(date.first), formatDay(date.last)];
  if (first === last) return `The day ${first}.`;
  const before = words[words.indexOf(word) - 1]?.token.image ?? '';
  const property = role.rule === 'Restriction' ? before : (role.property ?? '');
  if (FIRST_DAY.has(property)) return `Its first day is meant: ${first}.`;
  if (LAST_DAY.has(property)) return `Its last day is meant: ${last}.`;
  return `${first} to ${last}.`;
}

const DAYS = new Set(['from', 'to', 'since', 'until', 'before', 'expected', 'date', 'published']);

function isDay({ rule, property }: NonNullable<PlacedWord['role']>): boolean {
  return property !== null && DAYS.has(property) && rule !== 'Window';
}

function explainKeyword({ token, role }: PlacedWord): string | null {
  const known = meaningOfKeyword(token.tokenType.name, role?.rule ?? '');
  if (!known) return null;
  const example = known.example === null ? '' : `\n\n\`\`\`tacit\n${known.example}\n\`\`\``;
  return `**${token.image}**\n\n${known.meaning}${example}`;
}
