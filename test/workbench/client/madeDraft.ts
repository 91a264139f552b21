/** A draft as the reader hands it over, small enough to be read here. */
import type { Draft, Suggestion } from '../../../src/reader/index.ts';

const RAW = [
  'Calm at the bridge',
  'Southern strikes on the North are now answered within a week, officials say.',
  'Nobody knows <script>window.hit = 1</script> why. The truce began in June and has held since.',
].join('\n\n');

function spanOf(words: string): { start: number; end: number; quotation: string } {
  const start = RAW.indexOf(words);
  if (start < 0) throw new Error(`the article does not hold: ${words}`);
  return { start, end: start + words.length, quotation: words };
}

function suggestion(
  name: string,
  paragraph: number,
  words: string,
  alternatives: Suggestion['alternatives'],
): Suggestion {
  const span = spanOf(words);
  return {
    ...{ ...span, name, paragraph, article: 0, source: 'Gazette', citing: null, alternatives, hedged: false },
    ...{ realis: 'actual', sentence: span, foundBy: 'rules', already: null, same: [] },
  } as Suggestion;
}

export const MADE_DRAFT: Draft = {
  format: 'tacit-draft/1',
  title: 'Calm at the bridge',
  articles: [
    {
      ...{
        file: 'article.txt',
        source: 'Gazette',
        publisher: 'The Gazette',
        published: '2021-01-10',
        raw: RAW,
      },
      title: spanOf('Calm at the bridge'),
      paragraphs: [
        { number: 1, ...spanOf(RAW.split('\n\n')[1] ?? '') },
        { number: 2, ...spanOf(RAW.split('\n\n')[2] ?? '') },
      ],
      headings: [],
      boilerplate: [],
    },
  ],
  suggestions: [
    suggestion('D1Answered', 1, 'Southern strikes on the North are now answered within a week', [
      {
        ...{ kind: 'answer', weight: 0.7, missing: ['how soon'] },
        tacit:
          'claim D1Answered by Gazette at "paragraph 1"\n  when South strikes North then North attacks South within ? days',
      },
      {
        ...{ kind: 'change', weight: 0.3, missing: [] },
        tacit: 'claim D1Answered by Gazette at "paragraph 1"\n  North attacks South rise from 2020-12-01',
      },
    ] as unknown as Suggestion['alternatives']),
    suggestion('D2Truce', 2, 'The truce began in June and has held since.', [
      {
        ...{ kind: 'truce', weight: 1, missing: [] },
        tacit: 'claim D2Truce by Gazette at "paragraph 2"\n  truce between Militias and South from 2020-06',
      },
    ] as unknown as Suggestion['alternatives']),
  ],
  declarations: [
    {
      name: 'Gazette',
      kind: 'source',
      tacit: 'source Gazette "The Gazette" published 2021-01-10',
      written: [],
      origin: 'made',
    },
    {
      name: 'Militias',
      kind: 'alliance',
      tacit: 'alliance Militias "the militias" of East said by Gazette',
      written: [],
      origin: 'umbrella',
    },
    { name: 'East', kind: 'actor', tacit: 'actor East', written: [], origin: 'pack' },
    { name: 'North', kind: 'actor', tacit: 'actor North', written: [], origin: 'pack' },
    { name: 'South', kind: 'actor', tacit: 'actor South', written: [], origin: 'pack' },
  ],
  ...{
    unknownNames: [],
    events: [],
    dates: [],
    voices: [],
    names: [],
    rivals: [],
    asks: ['How soon is D1Answered?'],
    notes: ['Names are those of no pack.'],
  },
  reliability: [{ layer: 'names', figure: '0.95', measuredOn: 'a made-up set' }],
  model: null,
  text: '',
};
