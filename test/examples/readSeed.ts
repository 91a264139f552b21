import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../house/sourceTree.ts';

const seeds = join(projectRoot, '../shared/seeds');

/** The two articles lie beside the project, not in it. */
export const haveSeeds = existsSync(seeds);

/** Title, byline, section headings and the comment form are no paragraphs; see the head of `theatre.tacit`. */
const NOT_TEXT =
  /^(Strategic setbacks|Khalil Nasrallah|A shift in tactical|Rules of engagement in Eastern Syria$|West Asia's new reality|Leave a Reply|Your email address)/;

/** The paragraphs of running text of an article, the first one at index 0, with plain quotation marks and spaces. */
export function readSeed(file: string): string[] {
  const text = plain(readFileSync(join(seeds, file), 'utf8'));
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !NOT_TEXT.test(line));
}

/** Typographic marks and spaces as plain ones, so that quotations compare. */
export function plain(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, ' ')
    .replace(/ +/g, ' ');
}
