import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../house/sourceTree.ts';
import { readText } from '../readText.ts';
import { measurePlover, type PloverSentence } from '../measurePlover.ts';

const triples = (text: string) => {
  const { article, events } = readText(text);
  const words = (one: { start: number; end: number } | null) => one && article.raw.slice(one.start, one.end);
  return events.map(({ eventClass, doer, target }) => [eventClass, words(doer), words(target)]);
};

describe('findEvents', () => {
  it.each([
    ['US forces struck Kataib Hezbollah near Albu Kamal.', ['ASSAULT', 'US forces', 'Kataib Hezbollah']],
    ['Kataib Hezbollah was hit by US forces in the night.', ['ASSAULT', 'US forces', 'Kataib Hezbollah']],
    ['The US strike on Kataib Hezbollah killed nine fighters.', ['ASSAULT', 'US', 'Kataib Hezbollah']],
    ['Attacks by Kataib Hezbollah against Israel went on.', ['ASSAULT', 'Kataib Hezbollah', 'Israel']],
    ['On 4 May 2021 Israel struck Kataib Hezbollah.', ['ASSAULT', 'Israel', 'Kataib Hezbollah']],
    ['On May 4, 2021 Israel struck Kataib Hezbollah.', ['ASSAULT', 'Israel', 'Kataib Hezbollah']],
    ['On 4 June 2021 Israel struck Kataib Hezbollah.', ['ASSAULT', 'Israel', 'Kataib Hezbollah']],
    ['In March Israel struck Kataib Hezbollah.', ['ASSAULT', 'Israel', 'Kataib Hezbollah']],
    ['Turkey condemned Israel on Friday.', ['ACCUSE', 'Turkey', 'Israel']],
    ['Iran threatened to attack Israel if the raids go on.', ['THREATEN', 'Iran', 'Israel']],
  ])('reads %s', (text, triple) => {
    expect(triples(text)).toContainEqual(triple);
  });

  it('lets who is blamed act and who was hit suffer', () => {
    const found = triples(
      'US forces in Kirkuk were targeted in a rocket attack attributed to Kataib Hezbollah.',
    );
    expect(found).toContainEqual(['ASSAULT', 'Kataib Hezbollah', 'US forces']);
    expect(found).not.toContainEqual(['ASSAULT', 'US forces', 'Kataib Hezbollah']);
  });

  it.each([
    ['On 4 May 2021 Israel struck Kataib Hezbollah.', 'actual'],
    ['In May Israel struck Kataib Hezbollah.', 'actual'],
    ['Israel may strike Kataib Hezbollah on 4 June 2021.', 'hypothetical'],
  ])('tells the month from what may be: %s', (text, realis) => {
    expect(readText(text).events.map((event) => event.realis)).toEqual([realis]);
  });

  it('does not let a patron act', () => {
    expect(
      triples('US-backed ISIS cells attacked the Syrian army in the desert.').map(([, doer]) => doer),
    ).not.toContain('US');
  });

  it.each([
    ['Israel did not strike Iran.', 'negated'],
    ['Israel could strike Iran.', 'hypothetical'],
    ['Israel will strike Iran.', 'future'],
    ['Israel reportedly struck Iran.', 'alleged'],
    ['Israel routinely strikes Iran.', 'habitual'],
    ['Israel struck Iran.', 'actual'],
  ])('tells how it is told: %s', (text, realis) => {
    expect(readText(text).events[0]?.realis).toBe(realis);
  });

  it.each([
    ['US forces struck Kataib Hezbollah in Al-Qaim, killing at least fifty fighters.', 50],
    ['Israel bombed Iran; 1,200 people were killed.', 1200],
    ['US forces struck Kataib Hezbollah in Al-Qaim.', null],
  ])('counts the killed in: %s', (text, killed) => {
    expect(readText(text).events.find(({ eventClass }) => eventClass === 'ASSAULT')?.killed).toBe(killed);
  });

  const gold = join(projectRoot, '../shared/data/coder-validation/plover_gsr_dev.jsonl');
  const there = existsSync(gold);
  if (!there) process.stderr.write('Not measured: ../shared/data/coder-validation is not here.\n');
  it.skipIf(!there)('reads the development half of the PLOVER sentences as docs/reading.md tells', () => {
    const sentences = readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PloverSentence);
    const measured = measurePlover(sentences);
    expect(sentences).toHaveLength(160);
    // The aim of the design; what is measured stands in docs/reading.md.
    expect(measured.triples).toBeGreaterThanOrEqual(0.45);
    const page = readFileSync(join(projectRoot, 'docs/reading.md'), 'utf8');
    for (const share of Object.values(measured)) expect(page).toContain(share.toFixed(2).slice(1));
  });
});
