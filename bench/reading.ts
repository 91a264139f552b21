/** Drafting from articles: 100 texts of some 1,300 words, each imported, read and written as a theatre of its own. */
import { draftArticles } from '../src/host/index.ts';
import type { BenchRow } from './run.ts';

const ARTICLES = 100;
const PARAGRAPHS = 14;
const GROUPS = ['Kataib Hezbollah', 'ISIS', 'the Houthis', 'Hamas', 'Hezbollah', 'Israel', 'Turkey'];
const PLACES = ['Albu Kamal', 'Al-Qaim', 'Al-Tanf', 'Hasakah', 'Erbil', 'Damascus', 'Baghdad'];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function paragraph(index: number): string {
  const [one, other] = [pick(GROUPS, index), pick(GROUPS, index + 3)];
  const place = pick(PLACES, index * 5);
  return [
    `Since ${String(1 + (index % 27))} March 2023, raids near ${place} are answered by ${one} with rocket attacks on US bases within days, according to officials in Baghdad.`,
    `They further maintain that attacks by ${other} on Israeli forces fell by half after the truce of February, while strikes in the desert around ${pick(PLACES, index)} became more frequent.`,
    `On ${String(1 + (index % 27))} January 2024 US forces struck three sites held by ${one}, killing at least ${String(3 + index)} fighters, and analysts suggest that the aim was to cut the road to Beirut.`,
    `Washington has been reluctant to go further, because its troops in Iraq are exposed; without its green light, ${other} cannot move against ${place}, and a wider war could break out at any time.`,
  ].join(' ');
}

function article(number: number): string {
  const body = Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(number * 3 + index));
  return [
    `Strikes and answers, part ${String(number)}`,
    'By Jane Doe, The Example, 14 May 2024',
    ...body,
  ].join('\n\n');
}

export const rows: readonly BenchRow[] = [
  {
    name: 'read 100 articles of 1,300 words, each to a draft theatre',
    async run() {
      const texts = Array.from({ length: ARTICLES }, (_, number) =>
        new TextEncoder().encode(article(number)),
      );
      await draftArticles([{ bytes: texts[0] ?? new Uint8Array(), fileName: 'first.txt' }], {});
      const begun = performance.now();
      let claims = 0;
      for (const [number, bytes] of texts.entries()) {
        const drafted = await draftArticles([{ bytes, fileName: `article${String(number)}.txt` }], {});
        if (!drafted.ok) throw new Error(drafted.message);
        claims += drafted.draft.suggestions.length;
      }
      return { tacitMs: performance.now() - begun, figures: `${String(claims)} claims; no model` };
    },
  },
];
