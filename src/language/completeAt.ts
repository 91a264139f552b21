import { wordAt } from './analyse.ts';
import type { Analysis } from './analyse.ts';
import type { Asked, Completion, Proposal } from './completion.ts';
import { declarationsIn } from './declarationsIn.ts';
import type { FilesInView } from './declarationsIn.ts';
import { headsOf, startOf } from './grammarAutomaton.ts';
import type { Station } from './grammarAutomaton.ts';
import { proposeDates } from './proposeDates.ts';
import { proposeForms } from './proposeForms.ts';
import { proposeNames } from './proposeNames.ts';
import { proposeWords } from './proposeWords.ts';
import { readRoles } from './readRoles.ts';
import { ITEM_WORDS, lineOf } from './splitItems.ts';
import type { Token } from './token.ts';

/**
 * What may be written at a place of a file: words of the language, names of the right kind, acts, measures, classes of
 * events, dates, and whole sentences where a claim needs one. Only what begins as the letters already typed do (or what
 * is also called so). Empty inside texts and comments, and where the letters already stand for something: then Enter
 * must begin a new line and not change the word.
 */
export function completeAt(files: FilesInView, file: string, offset: number): readonly Completion[] {
  const analysis = files.get(file);
  if (!analysis || isInText(analysis, offset)) return [];
  const typed =
    /`?[\p{L}\p{M}\p{N}_-]*$/u.exec(analysis.text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const start = offset - typed.length;
  const { before, stations, beginsLine } = placeIn(analysis, start);
  const possible = beginsLine ? stations : stations.filter((station) => !beginsItem(station));
  const asked: Asked = { files, file, analysis, stations: possible, before, typed, offset };
  const proposals = [
    ...proposeForms(asked),
    ...proposeNames(asked),
    ...proposeWords(asked),
    ...proposeDates(asked),
  ];
  if (stands(files, asked, proposals)) return [];
  const wanted = bare(typed);
  // A capital begins a name, never a word of the language.
  const wantsName = /^\p{Lu}/u.test(typed);
  const byLabel = ({ label, kind }: Proposal) =>
    bare(label).startsWith(wanted) && (!wantsName || kind === 'name' || kind === 'form');
  const byOther = ({ foundBy, start: own }: Proposal) =>
    own !== undefined || (foundBy !== null && bare(foundBy).startsWith(wanted));
  const fitting = proposals.filter((proposal) => byLabel(proposal) || byOther(proposal));
  return [...fitting.filter(byLabel), ...fitting.filter((proposal) => !byLabel(proposal))].map(
    (proposal) => ({ ...proposal, start: proposal.start ?? start, end: offset }),
  );
}

/** Case does not matter, and an act between backquotes is found by its letters. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll('`', '');
}

function beginsItem({ token, role }: Station): boolean {
  return ITEM_WORDS.has(token) && role.within?.rule === 'Items';
}

function isInText(analysis: Analysis, offset: number): boolean {
  const inside = (token: Token, closed: boolean) =>
    token.startOffset < offset &&
    (offset < token.startOffset + token.image.length ||
      (!closed && offset === token.startOffset + token.image.length));
  const word = wordAt(analysis, offset)?.token;
  const isText = word?.tokenType.name === 'TEXT';
  if (word && isText && inside(word, word.image.length > 1 && word.image.endsWith('"'))) return true;
  return analysis.run.comments.some((comment) => inside(comment, false));
}

/** The sentence that ends before an offset, and what may come next in it. */
function placeIn(analysis: Analysis, start: number) {
  const { stretches, text } = analysis;
  const reached = stretches.filter(({ tokens }, at) => at === 0 || (tokens[0]?.startOffset ?? 0) < start);
  const index = reached.length - 1;
  const stretch = stretches[index];
  const before = (stretch?.tokens ?? []).filter((token) => token.startOffset < start);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // Declarations stand at the left; on an indented line goes on what was begun.
  const beginsLine = line === '';
  const stations = index <= 0 ? headStations(before) : stationsBehind(before, start, text);
  const items = beginsLine && index > 0 ? headsOf(startOf('Items')).stations : [];
  return { before, beginsLine, stations: [...new Set([...stations, ...items])] };
}

function headStations(before: readonly Token[]): readonly Station[] {
  const { expected } = readRoles(before, 'Header');
  if (!expected) return [];
  return expected.end ? headsOf(startOf('Items')).stations : expected.stations;
}

/** Parts of sentences that have a line of their own: what is typed there can be completed though a line above is wrong. */
const LINES = ['Restriction', 'RecordPart', 'WhatIfChange', 'Form'];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  claim: ['Restriction', 'Form'],
  record: ['RecordPart'],
  whatif: ['WhatIfChange'],
};

function stationsBehind(before: readonly Token[], start: number, text: string): readonly Station[] {
  const { expected } = readRoles(before, 'Items');
  if (expected) return expected.stations;
  const line = text.slice(0, start).split('\n').length;
  const inLine = before.filter((token) => lineOf(token) === line);
  const parts = PARTS[before[0]?.image ?? ''] ?? LINES;
  return parts.flatMap((part) => readRoles(inLine, part).expected?.stations ?? []);
}

/** Whether the typed letters are by themselves something that may stand here. */
function stands(files: FilesInView, { typed, stations }: Asked, proposals: readonly Proposal[]): boolean {
  if (typed === '') return false;
  if (proposals.some(({ label, kind }) => label === typed && kind !== 'form')) return true;
  const takesDate = stations.some(({ token }) => token === 'DATE' || token === 'NUMBER');
  if (takesDate && /^\d{4}(-\d{2}){0,2}$/.test(typed)) return true;
  return stations.some(({ token }) => token === 'NAME') && declarationsIn(files).names.has(typed);
}
