import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/calendar/index.ts';
import { articleOfText, languageOf, type Article, type Span } from '../../../src/reader/index.ts';

const read = (raw: string): Article => articleOfText(raw, { file: 'a.txt' });
const cut = ({ raw }: Article, spans: readonly Span[]) =>
  spans.map(({ start, end }) => raw.slice(start, end));
const one = ({ raw }: Article, span: Span | null) => span && raw.slice(span.start, span.end);

const LONG =
  'The two governments agreed in March to reopen the crossing, and the first lorries passed within a week of it.';
const OTHER =
  'Officials described the arrangement as temporary, because the group in the hills had no part in the talks at all.';

describe('the parts of an article', () => {
  it('title, byline, headings, paragraphs and what a site adds', () => {
    const article = read(
      `A crossing reopens\n\nAda Example, The Example Post, May 14, 2024 \u2500\n\n${LONG}\n\nWhat comes next\n\n${OTHER}\n\nRead more: another crossing\n\n${LONG}\n\nLeave a Reply\n\nYour email address will not be published.\n\nA reader wrote this long comment that is not the article's own text.`,
    );
    expect(one(article, article.title)).toBe('A crossing reopens');
    expect([article.publisher, article.published && formatDay(article.published)]).toEqual([
      'The Example Post',
      '2024-05-14',
    ]);
    expect(cut(article, article.headings)).toEqual(['What comes next']);
    expect(cut(article, article.paragraphs)).toEqual([LONG, OTHER, LONG]);
    expect(article.boilerplate).toHaveLength(4);
  });

  it.each([
    ['By Ada Example', null, null],
    ['By Ada Example, The Example Post', 'The Example Post', null],
    ['Published: 14 May 2024', null, '2024-05-14'],
    ['May 14, 2024 10:32 AM EDT', null, '2024-05-14'],
    ['Ada Example | The Example Post | 14 May 2024', 'The Example Post', '2024-05-14'],
  ])('%s is a byline', (line, publisher, published) => {
    const article = read(`A crossing reopens\n\n${line}\n\n${LONG}\n\n${OTHER}`);
    expect(one(article, article.byline)).toBe(line);
    expect([article.publisher, article.published && formatDay(article.published)]).toEqual([
      publisher,
      published,
    ]);
  });

  it.each([
    'On May 14, 2024 the road was closed',
    'By noon the road was closed and all traffic had stopped.',
    'The 2024 vote',
  ])('%s is no byline', (line) => {
    expect(read(`A crossing reopens\n\n${line}\n\n${LONG}`).byline).toBeNull();
  });

  it('a date that has two readings is not taken for the day of publication', () => {
    expect(read(`A crossing reopens\n\nPublished: 04/05/2024\n\n${LONG}\n\n${OTHER}`).published).toBeNull();
  });

  it('who publishes may stand at the head of the text', () => {
    expect(read(`Alwaght- ${LONG}\n${OTHER}`).publisher).toBe('Alwaght');
    expect(read(`BEIRUT (Reuters) - ${LONG}\n${OTHER}`).publisher).toBe('Reuters');
    expect(read(`US-backed ${LONG}\n${OTHER}`).publisher).toBeNull();
  });

  it('lines wrapped at a width are one paragraph, lines of their own are several', () => {
    const wrapped =
      `${LONG} ${OTHER}`
        .match(/.{1,60}(?:\s|$)/g)
        ?.map((line) => line.trim())
        .join('\n') ?? '';
    expect(read(`${wrapped}\n\n${wrapped}`).paragraphs).toHaveLength(2);
    expect(read(`${LONG}\n${OTHER}\n${LONG}`).paragraphs).toHaveLength(3);
  });
});

describe('sentences', () => {
  const sentencesOf = (text: string) => {
    const article = read(text);
    return cut(article, article.sentences);
  };

  it.each([
    [['Gen. Ali Hassan met the U.S. envoy on Jan. 5 in St. Petersburg.', 'He left.']],
    [['The U.S. said so.', 'The U.K. did not.']],
    [['It fell at 3.30 p.m. on Monday, J. Smith said.', 'Nobody was hurt.']],
    [['\u201cWe will answer.\u201d', 'The line was cut.', '(It was restored later.)']],
    [['Was it an attack?', 'No.', 'It was an accident!']],
    [['About 1.5 million fled to No. 5 camp.', 'Others stayed.']],
    [['The region was lost.', 'The road was open.']],
  ])('%s', (expected) => {
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
  });

  it('mends a missing space after a full stop', () => {
    expect(sentencesOf('They left the region.The road was open.')).toEqual([
      'They left the region.',
      'The road was open.',
    ]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '\u00a0',
        '. ',
        '\u201c',
        '\u2019',
        '\u2014',
        '\0',
        '\ud83d\ude00',
        '\ufeff',
        '\r\n',
        'By ',
        'May 14, 2024',
        'U.S. ',
        LONG,
      ),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 40 },
  );

  it('normalised signs keep their place, and every span is a stretch of its paragraph', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const article = read(parts.join(''));
        expect(article.text).toHaveLength(article.raw.length);
        const { title, byline, paragraphs, headings, boilerplate, sentences } = article;
        const blocks = [
          ...(title ? [title] : []),
          ...(byline ? [byline] : []),
          ...paragraphs,
          ...headings,
          ...boilerplate,
        ].sort((a, b) => a.start - b.start);
        blocks.forEach(({ start, end }, index) => {
          expect(start < end && start >= (blocks[index - 1]?.end ?? 0) && end <= article.raw.length).toBe(
            true,
          );
        });
        for (const { start, end, paragraph } of sentences) {
          const around = paragraph === null ? null : paragraphs[paragraph];
          expect(
            start < end &&
              (around === null || (around !== undefined && around.start <= start && end <= around.end)),
          ).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no letter of a paragraph is lost between its sentences', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const article = read(parts.join(''));
        for (const [index, { start, end }] of article.paragraphs.entries()) {
          const own = article.sentences.filter(({ paragraph }) => paragraph === index);
          const bare = (text: string) => text.replace(/\s/g, '').replace(/[\ufeff\u200b]/g, '');
          expect(bare(own.map((span) => article.raw.slice(span.start, span.end)).join(''))).toBe(
            bare(article.raw.slice(start, end)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the language', () => {
  it('is told from prose, not from names', () => {
    expect(languageOf(LONG.repeat(2)).kind).toBe('english');
    expect(
      languageOf(
        'Kata\u2019ib Hizballah and Harakat al-Nujaba said that the Hashd al-Shaabi in Jurf al-Nasr and al-Qaim had been struck by the Tahrir al-Sham of Idlib, and the road to Deir ez-Zor was closed.',
      ).kind,
    ).toBe('english');
    expect(languageOf('short')).toEqual({ kind: 'unknown' });
    expect(
      languageOf(
        'Die beiden Regierungen einigten sich im März darauf, den Übergang wieder zu öffnen, und Händler auf beiden Seiten sagten, dass die ersten Lastwagen innerhalb einer Woche durchgefahren seien.',
      ),
    ).toEqual({ kind: 'other', name: 'German' });
  });
});
