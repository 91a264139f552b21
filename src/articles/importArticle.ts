import { readWrittenDate, type Day } from '../calendar/index.ts';
import { articleOfText, languageOf, type Article } from '../reader/index.ts';
import * as messages from './articleMessages.ts';
import { decodeArticle } from './decodeArticle.ts';
import { extractApart } from './extractApart.ts';
import type { Extraction } from './extraction.ts';
import { recogniseKind, type ArticleKind } from './recogniseKind.ts';

export interface ArticleOptions {
  /** The day of publication as the person gives it; goes before what the file says. */
  readonly published?: Day | null;
  readonly publisher?: string | null;
}

export type ArticleOutcome =
  { readonly ok: true; readonly value: Article } | { readonly ok: false; readonly message: string };

const FEWEST_WORDS = 20;
/** Below this a text with a call to subscribe is only the beginning of an article. */
const WHOLE_ARTICLE_WORDS = 220;
const MEGABYTE = 1024 ** 2;

/**
 * Reads a file as an article: plain text, a web page, a PDF or a Word document. Anything else, and a file without an
 * English article in it, is answered by one sentence that says what was found and what to try. Web pages, PDFs and Word
 * documents are taken apart in a process of their own.
 */
export async function importArticle(
  bytes: Uint8Array,
  fileName: string,
  options: ArticleOptions = {},
): Promise<ArticleOutcome> {
  const file = shownName(fileName);
  const fail = (message: string): ArticleOutcome => ({ ok: false, message });
  if (bytes.length === 0) return fail(messages.emptyFile(file));
  const found = recogniseKind(bytes, fileName);
  if ('refused' in found) return fail(messages.oldOffice(file, found.refused));
  const limit = found.kind === 'html' ? messages.LIMITS.htmlMegabytes : messages.LIMITS.fileMegabytes;
  if (bytes.length > limit * MEGABYTE)
    return fail(messages.tooLarge(file, Math.ceil(bytes.length / MEGABYTE), limit));
  const extraction =
    found.kind === 'text' ? readText(file, bytes) : await extractApart({ kind: found.kind, file, bytes });
  if (!extraction.ok) return extraction;
  const { text, locked } = extraction.value;
  if (text.trim() === '')
    return fail(found.kind === 'text' ? messages.emptyFile(file) : messages.noArticle(file, 0));
  if (text.length > messages.LIMITS.characters) return fail(messages.tooLong(file, text.length));
  const written = extraction.value.published === null ? null : readWrittenDate(extraction.value.published);
  const article = articleOfText(text, {
    file,
    published: options.published ?? written?.first ?? null,
    publisher: options.publisher ?? extraction.value.publisher,
  });
  const refused = refuse(article, locked, found.kind);
  return refused === null ? { ok: true, value: article } : fail(refused);
}

function readText(file: string, bytes: Uint8Array): Extraction {
  const text = decodeArticle(bytes, false);
  if (text === null) return { ok: false, message: messages.notText(file) };
  return { ok: true, value: { text, publisher: null, published: null, locked: false } };
}

const CALL_TO_SUBSCRIBE =
  /\bsubscri(?:be|ption)[^.\n]{0,60}\b(?:continue|read|access|unlock|full)\b|\b(?:to|and) (?:continue|keep) reading\b|\balready a subscriber\b|\b(?:this|the) (?:article|story|content) is (?:for|only|available (?:only )?to|exclusive)[^.\n]{0,40}\b(?:subscribers|members)\b|\bsubscribers? only\b|\b(?:sign|log) in to (?:continue|read)\b/i;

function refuse(article: Article, locked: boolean, kind: ArticleKind): string | null {
  const { file, raw, paragraphs } = article;
  const prose = paragraphs.map(({ start, end }) => raw.slice(start, end)).join('\n');
  const words = prose.match(/\p{L}+/gu)?.length ?? 0;
  if (words < WHOLE_ARTICLE_WORDS && (locked || CALL_TO_SUBSCRIBE.test(article.text)))
    return messages.paywall(file, words);
  const language = languageOf(prose.length > 200 ? prose : raw);
  if (language.kind === 'other') return messages.notEnglish(file, language.name);
  // A title is no article.
  if (words >= FEWEST_WORDS || (kind === 'text' && words > 3)) return null;
  return messages.noArticle(file, words);
}

/** The name alone, without folders and without signs that do not show. */
function shownName(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').slice(0, 120) || 'the file';
}
