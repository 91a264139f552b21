import type { LexerResult } from 'langium';

/** A word, number, text or mark of a file, with its place; the parser library's own kind of object. */
export type Token = LexerResult['tokens'][number];
