import type { Article, ClaimKind, Span } from '../article.ts';
import { speaksToModel } from '../passages/speaksToModel.ts';
import { normaliseSigns } from '../passages/normaliseSigns.ts';
import { CLAIM_KINDS } from './modelRequest.ts';

/** A quotation a model gave that stands in the article at exactly one place. */
export interface VerifiedQuotation extends Span {
  /** Index of the sentence it begins in. */
  readonly sentence: number;
  readonly kind: ClaimKind;
}

export interface Verification {
  readonly kept: readonly VerifiedQuotation[];
  /** How many were dropped, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

const SHORTEST = 12;
/**
 * Looks each quotation up in the article: letter by letter, then with typographic signs made plain, then with runs of
 * blanks made one. What is shorter than twelve characters, not there, there more than once, outside the running text
 * or addressed to a model is dropped and counted; nothing a model says reaches a draft otherwise.
 */
export function verifyQuotations(article: Article, proposals: readonly unknown[]): Verification {
  const kept: VerifiedQuotation[] = [];
  const dropped = new Map<string, number>();
  const drop = (reason: string) => void dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  const collapsed = collapse(article.text);
  for (const proposal of proposals) {
    const read = readProposal(proposal);
    if (read === null) drop('not in the form asked for');
    else if (read.quotation.trim().length < SHORTEST) drop('shorter than 12 characters');
    else {
      const found = findOnce(article, collapsed, read.quotation.trim());
      if (typeof found === 'string') drop(found);
      else {
        const sentence = article.sentences.findIndex(
          ({ start, end, paragraph }) => paragraph !== null && found.start < end && start < found.end,
        );
        if (sentence === -1) drop('outside the running text');
        else if (speaksToModel(article.text, article.sentences[sentence] ?? found))
          drop('addressed to a model');
        else if (kept.some(({ start, end }) => start < found.end && found.start < end)) drop('given twice');
        else kept.push({ ...found, sentence, kind: read.kind });
      }
    }
  }
  return { kept, dropped: Object.fromEntries(dropped) };
}

function readProposal(proposal: unknown): { readonly quotation: string; readonly kind: ClaimKind } | null {
  if (typeof proposal !== 'object' || proposal === null) return null;
  const { quotation, kind } = proposal as Record<string, unknown>;
  const known = CLAIM_KINDS.find((one) => one === kind);
  return typeof quotation === 'string' && known !== undefined ? { quotation, kind: known } : null;
}

interface Collapsed {
  readonly text: string;
  /** For each character of `text`, where it stands in the article. */
  readonly at: readonly number[];
}

function findOnce(article: Article, collapsed: Collapsed, quotation: string): Span | string {
  const plain = normaliseSigns(quotation);
  for (const [where, sought] of [
    [article.raw, quotation],
    [article.text, plain],
  ] as const) {
    const first = where.indexOf(sought);
    if (first === -1) continue;
    return where.includes(sought, first + 1)
      ? 'at several places'
      : { start: first, end: first + sought.length };
  }
  const sought = collapse(plain).text;
  const first = collapsed.text.indexOf(sought);
  if (first === -1) return 'not in the article';
  if (collapsed.text.includes(sought, first + 1)) return 'at several places';
  const last = collapsed.at[first + sought.length - 1];
  const start = collapsed.at[first];
  return start === undefined || last === undefined ? 'not in the article' : { start, end: last + 1 };
}

function collapse(text: string): Collapsed {
  const at: number[] = [];
  let written = '';
  let blank = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index] ?? '';
    if (/\s/.test(unit)) {
      blank = written !== '';
      continue;
    }
    if (blank) {
      written += ' ';
      at.push(index - 1);
    }
    blank = false;
    written += unit;
    at.push(index);
  }
  return { text: written, at };
}
