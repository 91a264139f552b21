/** What a verdict says of a pattern that the record lacks, where it holds other events of the same two sides. */
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { makeEvent } from './makeContext.ts';
import { examineMade, FIRST, MADE_HEAD, madeEvents } from './madeTheatre.ts';

const clashes = Array.from({ length: 34 }, (_, index): Event => {
  const act = index < 30 ? 'armed clash' : 'arrest';
  const sides = index % 2 === 0 ? ['North', 'Ghost'] : ['Ghost', 'North'];
  return makeEvent(`C${index}`, FIRST + 9 * index, {
    line: 9000 + index,
    initiators: sides.slice(0, 1),
    targets: sides.slice(1),
    actClass: act,
    code: act,
    directed: false,
  });
});
const store = () => createMemoryStore([...madeEvents(), ...clashes]);

async function sentenceOf(claim: string, direction: string): Promise<string> {
  const head = MADE_HEAD.replace('2020-12-31\n', `2020-12-31\n  direction ${direction}\n`);
  const [only] = (await examineMade(`claim C by Paper\n  ${claim}\n`, { store: store() }, head)).claims;
  expect(only?.parts[0]).toMatchObject({ finding: 'not testable', reason: 'pair absent' });
  return only?.parts[0]?.sentence ?? '';
}

const HELD = 'It does hold 34 events between these two sides, whoever acted (30 armed clash, 4 arrest)';

describe('a pattern that the record lacks', () => {
  it.each(['recorded', 'as told', 'either way'])(
    'is told with the acts and numbers its two sides do have: %s',
    async (direction) => {
      const sentence = await sentenceOf(
        'when North strikes Ghost then Ghost strikes North within 14 days',
        direction,
      );
      expect(sentence).toContain('This record holds no event of "North strikes Ghost" at all.');
      expect(sentence).toContain(`${HELD}: none of them is an act that the pattern names.`);
      expect(sentence).toContain('Of none of them does the record tell who acted on whom.');
    },
  );

  it('says what else the pattern asks for where the act is there', async () => {
    const total = await sentenceOf(
      'more than 3 North clashes on Ghost killing at least 50 from 2018-06-01 to 2019-01-01',
      'recorded',
    );
    expect(total).toContain(
      '30 of an act that the pattern names, but otherwise not what it asks for (who acts on whom, the size)',
    );
  });

  it('says that there is nothing else either, and where names may be looked up', async () => {
    const sentence = await sentenceOf(
      'more than 3 West strikes on Ghost from 2018-06-01 to 2019-01-01',
      'recorded',
    );
    expect(sentence).toContain('`tacit match`');
    expect(sentence).toContain('Nor does it hold an event of any other kind between these two sides.');
  });
});
