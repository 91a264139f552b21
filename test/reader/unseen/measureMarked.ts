import type { Draft, DraftName, Pack } from '../../../src/reader/index.ts';
import { readMarks, type Mark } from '../readMarks.ts';
import type { MarkedArticle } from './markedArticle.ts';
import { draftOf, type Tally } from './measureUnseen.ts';

export interface MarkedMeasure {
  /** Marked names found in their role; and mentions found that are marked so. */
  readonly namesFound: Tally;
  readonly namesRight: Tally;
  readonly voicesFound: Tally;
  readonly voicesRight: Tally;
  /** Of the voices found: who speaks, or that nobody is named. */
  readonly sources: Tally;
  readonly claimsFound: Tally;
  readonly claimsRight: Tally;
  readonly kinds: Tally;
  /** Passages that assert nothing, of which the draft yet makes a claim. */
  readonly silent: Tally;
  readonly wrong: string[];
}

export function draftOfMarked({ name, marked, published }: MarkedArticle, all: readonly Pack[]): Draft {
  return draftOf({ name, text: readMarks({ marked }).text, published }, all);
}

/** Counts what the reader gets right of the marks of the articles, and what it finds beside them. */
export function measureMarked(articles: readonly MarkedArticle[], all: readonly Pack[]): MarkedMeasure {
  const tally = (): Tally => ({ right: 0, of: 0 });
  const measured: MarkedMeasure = {
    namesFound: tally(),
    namesRight: tally(),
    voicesFound: tally(),
    voicesRight: tally(),
    sources: tally(),
    claimsFound: tally(),
    claimsRight: tally(),
    kinds: tally(),
    silent: tally(),
    wrong: [],
  };
  for (const article of articles) {
    const { text, marks } = readMarks(article);
    const draft = draftOfMarked(article, all);
    const note = (one: Tally, right: boolean, words: string) => {
      one.of += 1;
      if (right) one.right += 1;
      else measured.wrong.push(`${article.name}: ${words}`);
    };
    measureNames(measured, draft, text, marks, note);
    measureVoices(measured, draft, text, marks, note);
    measureClaims(measured, draft, text, article, note);
  }
  return measured;
}

type Note = (one: Tally, right: boolean, words: string) => void;

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

const fits = ({ kind }: Mark, { role }: DraftName) =>
  kind === 'u' || (kind === 'a' && role === 'actor') || (kind === 'p' && role === 'place');

function measureNames(
  measured: MarkedMeasure,
  draft: Draft,
  text: string,
  marks: readonly Mark[],
  note: Note,
): void {
  const named = marks.filter(({ kind }) => kind === 'a' || kind === 'p' || kind === 'u');
  for (const mark of named) {
    const found = draft.names.find((name) => overlaps(name, mark));
    const words = text.slice(mark.start, mark.end);
    note(
      measured.namesFound,
      found !== undefined && fits(mark, found),
      `name ${words} (${mark.kind}): ${found?.quotation ?? '-'} ${found?.role ?? ''}`,
    );
  }
  const starts = new Set(draft.suggestions.map(({ sentence }) => sentence.start));
  for (const name of draft.names) {
    const own = name.quotation.replace(/^[Tt]he /, '');
    const plain = starts.has(name.start) ? own.slice(0, 1).toLowerCase() + own.slice(1) : own;
    if (plain === plain.toLowerCase()) continue;
    if (marks.some((mark) => (mark.kind === 'g' || mark.kind === 'o') && overlaps(mark, name))) continue;
    const right = named.some((mark) => overlaps(mark, name) && fits(mark, name));
    note(measured.namesRight, right, `no such name: ${name.quotation} ${name.role}`);
  }
}

function measureVoices(
  measured: MarkedMeasure,
  draft: Draft,
  text: string,
  marks: readonly Mark[],
  note: Note,
): void {
  const cues = marks.filter(({ kind }) => kind === 'v');
  for (const mark of cues) {
    const found = draft.voices.find(({ cue }) => overlaps(cue, mark));
    const context = text.slice(Math.max(0, mark.start - 30), mark.end + 15).replaceAll('\n', ' ');
    note(measured.voicesFound, found !== undefined, `voice missed: ${context}`);
    if (!found) continue;
    const said = (found.source ?? '').toLowerCase();
    const wanted = mark.value.toLowerCase();
    const right =
      wanted === '' || said === '' ? wanted === said : said.includes(wanted) || wanted.includes(said);
    note(measured.sources, right, `voice of ${said === '' ? 'nobody' : said}: ${context}`);
  }
  for (const { cue } of draft.voices)
    note(
      measured.voicesRight,
      cues.some((mark) => overlaps(mark, cue)),
      `no voice: ${text.slice(cue.start - 30, cue.end + 15).replaceAll('\n', ' ')}`,
    );
}

function measureClaims(
  measured: MarkedMeasure,
  draft: Draft,
  text: string,
  { claims, silent }: MarkedArticle,
  note: Note,
): void {
  const at = (words: string) => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`not in the article: ${words}`);
    return { start, end: start + words.length };
  };
  const left = new Set(draft.suggestions);
  for (const [words, kinds] of claims) {
    const found = [...left].find((one) => overlaps(one, at(words)));
    note(measured.claimsFound, found !== undefined, `claim missed: ${words}`);
    if (!found) continue;
    left.delete(found);
    const kind = found.alternatives[0]?.kind ?? '-';
    note(measured.kinds, kinds.split('|').includes(kind), `kind ${kind}: ${words}`);
  }
  for (const one of draft.suggestions)
    note(measured.claimsRight, !left.has(one), `no claim: ${one.quotation} ${tacitOf(draft, one.name)}`);
  for (const words of silent) {
    const told = [...left].find((one) => overlaps(one, at(words)));
    note(measured.silent, told === undefined, `asserted: ${words}`);
  }
}

function tacitOf(draft: Draft, name: string): string {
  const found = draft.suggestions.find((one) => one.name === name)?.alternatives[0]?.tacit ?? '';
  return found.split('\n').slice(1).join(' ').trim();
}
