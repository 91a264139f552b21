import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  articleOfText,
  findReading,
  readPack,
  type Article,
  type Pack,
  type Reading,
} from '../../src/reader/index.ts';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { projectRoot } from '../house/sourceTree.ts';

let shipped: readonly Pack[] | null = null;

/** The packs levant and world, as they ship. */
export function packs(): readonly Pack[] {
  if (shipped) return shipped;
  const load = (name: string, used: readonly Pack[]) => {
    const text = (ending: string) => readFileSync(join(projectRoot, 'packs', `${name}.${ending}`), 'utf8');
    const read = readPack(name, text('tacit'), text('words'), used);
    if (!read.ok) throw new Error(read.message);
    return read.pack;
  };
  const world = load('world', []);
  shipped = [load('levant', [world]), world];
  return shipped;
}

export function articleFrom(
  text: string,
  published: readonly [number, number, number] | null = [2024, 5, 14],
): Article {
  return articleOfText(text, {
    file: 'article.txt',
    published: published && dayFromCivil(...published),
    publisher: 'The Example',
  });
}

export function readText(text: string, published?: readonly [number, number, number] | null): Reading {
  // A title, so that a text of one sentence is not taken for one.
  return findReading(articleFrom(`On the matter\n\n${text}`, published), packs());
}
