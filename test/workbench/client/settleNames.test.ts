import { describe, expect, it } from 'vitest';
import { SENTENCE_FORMS } from '../../../src/language/index.ts';
import { settleNames } from '../../../src/workbench/client/sentence/settleNames.ts';

const TEXT = `tacit 1
theatre "T"
actor NorthernFront "Northern Front of Redland (2019-)" also "the Front", "N""F"
alliance All of NorthernFront said by Post
place Mill "Mill Town" at 1.00 N 2.00 E within 5 km
period Calm "a calm" from 2020 to 2021 said by Post
`;
const form = SENTENCE_FORMS.find(({ slots }) => slots.some(({ kind }) => kind === 'place'))!;
const actors = form.slots.filter(({ kind }) => kind === 'actor');
const place = form.slots.find(({ kind }) => kind === 'place')!;

function settle(actor: string, where = '', text = TEXT) {
  const first = actors[0]!.name;
  const { filled, declare, problems } = settleNames(form, { [first]: actor, [place.name]: where }, [text]);
  return { actor: filled[first], place: filled[place.name], declare, problems };
}

describe('names in the form for new claims', () => {
  it.each([
    'NorthernFront',
    'Northern Front of Redland (2019-)',
    'northern front of redland (2019-)',
    'the Front',
    'N"F',
  ])('may be written as the record writes them: %s', (written) => {
    expect(settle(written, 'mill town')).toEqual({
      ...{ actor: 'NorthernFront', place: 'Mill', declare: [], problems: [] },
    });
  });

  it('are declared along where nothing has them', () => {
    expect(settle('Coast Guard "7"', 'Quay')).toEqual({
      ...{ actor: 'CoastGuard7', place: 'Quay', problems: [] },
      declare: ['actor CoastGuard7 "Coast Guard ""7"""', 'place Quay'],
    });
    const twice = { [actors[0]!.name]: 'Coast Guard', [actors[1]!.name]: 'CoastGuard' };
    expect(settleNames(form, twice, [TEXT]).declare).toEqual(['actor CoastGuard "Coast Guard"']);
    expect(settle('anyone').declare).toEqual([]);
  });

  it('are not declared where another was probably meant, or a pack may have them', () => {
    const { declare, problems } = settle('NorthenFront');
    expect([declare, problems]).toEqual([
      [],
      [
        'No actor is called NorthenFront: did you mean NorthernFront? If it is another, declare it in the text first.',
      ],
    ]);
    const recorded = settleNames(form, { [actors[0]!.name]: 'Northern Frond' }, [TEXT], ['Northern Frond']);
    expect(recorded.declare).toEqual(['actor NorthernFrond "Northern Frond"']);
    expect(settle('Somebody', '', `${TEXT}use pack levant\n`)).toMatchObject({ declare: [], problems: [] });
  });

  it('of periods and claims must be there', () => {
    const during = SENTENCE_FORMS.find(({ slots }) => slots.some(({ kind }) => kind === 'period'))!;
    const slot = during.slots.find(({ kind }) => kind === 'period')!;
    const settled = (written: string) => settleNames(during, { [slot.name]: written }, [TEXT]);
    expect(settled('a calm').filled[slot.name]).toBe('Calm');
    expect(settled('Storm')).toMatchObject({ declare: [], problems: ['No period is called Storm.'] });
  });
});
