import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/articles/index.ts';
import { articleOfText, findNames, type NameMention, type Pack } from '../../../src/reader/index.ts';
import { PARAGRAPHS } from '../paragraphs.ts';
import { readMarks } from '../readMarks.ts';

const all = await loadPacks();
const packsOf = (...names: string[]): Pack[] =>
  all.filter(({ name }) => name === 'world' || names.includes(name));

function find(
  text: string,
  ...packs: string[]
): { readonly mentions: readonly NameMention[]; readonly told: string[] } {
  const mentions = findNames(articleOfText(text, { file: 'a.txt' }), packsOf(...packs));
  const told = mentions.map(
    ({ start, end, entry, role }) => `${text.slice(start, end)} = ${entry?.id ?? '?'} ${role}`,
  );
  return { mentions, told };
}

const ROLES: Readonly<Record<string, string>> = {
  a: 'actor',
  p: 'place',
  x: 'unknown',
  u: 'unknown',
  l: 'place',
};

describe('names of an invented paragraph', () => {
  it.each(PARAGRAPHS)('$theatre: all that is marked, and nothing else', (paragraph) => {
    const { text, marks } = readMarks(paragraph);
    const expected = marks
      .filter(({ kind }) => kind !== 't')
      .map(
        ({ start, end, kind, value }) =>
          `${text.slice(start, end)} = ${kind === 'u' || kind === 'l' ? '?' : value} ${ROLES[kind]}`,
      );
    // An article before a name is nobody's name, so both may hold it or not.
    expect(find(text, paragraph.pack).told).toEqual(expected);
  });
});

describe('what the words around a name make of it', () => {
  it.each([
    ['Syria said it would answer.', 'Syria = Syria actor'],
    ['Fighting continued in Syria.', 'Syria = SyriaTerritory place'],
    ['Troops left Syria at dawn.', 'Syria = SyriaTerritory place'],
    ['They fired on positions across northern Iraq.', 'Iraq = IraqTerritory place'],
    ['The talks between Iran and Turkey failed.', 'Iran = Iran actor', 'Turkey = Turkey actor'],
    [
      'The border between Iran and Turkey is closed.',
      'Iran = IranTerritory place',
      'Turkey = TurkeyTerritory place',
    ],
    [
      'They crossed into Lebanon and Syria.',
      'Lebanon = LebanonTerritory place',
      'Syria = SyriaTerritory place',
    ],
    ['Aid from Iran arrived.', 'Iran = Iran actor'],
    ['Refugees from Iran arrived.', 'Iran = IranTerritory place'],
    ['Damascus rejected the offer.', 'Damascus = Syria actor'],
    ['Strikes on Damascus followed.', 'Damascus = Damascus place'],
    ['A car exploded in Damascus.', 'Damascus = Damascus place'],
    ['Washington was silent.', 'Washington = US actor'],
    ['The Syrian army advanced.', 'Syrian = Syria actor'],
    ['The Syrian town was shelled.', 'Syrian = SyriaTerritory place'],
    ['The Syrian refugees returned.', 'Syrian = SyriaTerritory unknown'],
    ["Iran's ministers met.", 'Iran = Iran actor'],
    ["Iran's border was shut.", 'Iran = IranTerritory place'],
    ['U.S. and Israeli jets flew.', 'U.S. = US actor', 'Israeli = Israel actor'],
    ['The White House denied it.', 'White House = US actor'],
    ['The Rwandan Patriotic Front denied it.', 'Rwandan Patriotic Front = ? unknown'],
    ['He told the Washington Post.', 'Washington Post = ? unknown'],
    ['It told us that it is over.'],
  ])('%s', (text, ...expected) => {
    expect(find(text).told).toEqual(expected);
  });
});

describe('spellings', () => {
  it.each([
    ["Kata'ib Hizballah", 'KataibHezbollah'],
    ['Kataib Hezbollah', 'KataibHezbollah'],
    ['Kata\u2019ib Hezbollah', 'KataibHezbollah'],
    ['Al-Qa\u2019im', 'AlQaim'],
    ['al Qaim', 'AlQaim'],
    ['DEIR EZ-ZOR', 'DeirEzZor'],
    ['Deir\u00a0ez-Zor', 'DeirEzZor'],
    ['Hezbollah\u2019s', 'Hezbollah'],
    ['Houthis', 'Houthis'],
  ])('%s is %s', (spelling, id) => {
    expect(find(`They said ${spelling} was named.`, 'levant').mentions.map(({ entry }) => entry?.id)).toEqual(
      [id],
    );
  });

  it('take the longest name', () => {
    expect(
      find('Al-Qaim\u2013Al-Bukamal road traffic resumed near the Syrian Desert.', 'levant').told,
    ).toEqual(['Al-Qaim\u2013Al-Bukamal road = QaimAlbuKamal place', 'Syrian Desert = SyrianDesert place']);
  });

  it('learn an acronym from the text, either way round', () => {
    const known = find('Harakat al-Nujaba (HAN) spoke. Later HAN denied it.', 'levant');
    expect(known.told).toEqual(['Harakat al-Nujaba (HAN) = Nujaba actor', 'HAN = Nujaba actor']);
    const named = find('The Popular Army of Mobilised Units (PAMU) spoke. Later PAMU denied it.');
    expect(named.told.at(-1)).toBe('PAMU = ? unknown');
    const back = find(
      'The Sons of the Democratic Front (SDF) spoke. The Sons of the Democratic Front denied it.',
      'levant',
    );
    expect(back.mentions.map(({ entry }) => entry?.id)).toEqual(['Sdf', 'Sdf']);
  });

  it('a short form counts only where the article also has a full one', () => {
    expect(find('The resistance was weak.', 'levant').told).toEqual([]);
    expect(find('The Axis of Resistance spoke. The resistance was weak.', 'levant').told).toEqual([
      'Axis of Resistance = Axis actor',
      'resistance = Axis actor',
    ]);
  });

  it('a name that praises or blames is known, and marked', () => {
    const { mentions } = find('The Zionist entity and the Assad regime met Israel.', 'levant');
    expect(mentions.map(({ entry, loaded }) => [entry?.id, loaded])).toEqual([
      ['Israel', true],
      ['Syria', true],
      ['Israel', false],
    ]);
  });

  it('what is close to a known name is proposed, never taken', () => {
    const { mentions } = find('The group Kataib Hezbolla moved to Mayadiin.', 'levant');
    expect(mentions.map(({ entry, didYouMean }) => [entry, didYouMean])).toEqual([
      [null, 'Kataib Hezbollah'],
      [null, 'Mayadin'],
    ]);
  });
});

describe('names hold under changes of the text', () => {
  const article = PARAGRAPHS.filter(({ pack }) => pack === 'levant' || pack === 'sahel').map(
    (paragraph) => readMarks(paragraph).text,
  );
  const read = (text: string) => find(text, 'levant', 'sahel').mentions;
  const keyOf = (text: string, { start, end, entry, role }: NameMention) =>
    `${text.slice(start, end).replaceAll('\u00a0', ' ')} ${entry?.id ?? '?'} ${role}`;
  const keys = (text: string) => read(text).map((mention) => keyOf(text, mention));
  const whole = article.join('\n\n');

  it('spaces that do not break and curly quotes change nothing', () => {
    const odd = whole.replaceAll(' ', '\u00a0').replaceAll("'", '\u2019');
    expect(keys(odd).map((key) => key.replaceAll('\u2019', "'"))).toEqual(keys(whole));
  });

  it('paragraphs in another order give the same mentions', () => {
    expect(keys([...article].reverse().join('\n\n')).sort()).toEqual(keys(whole).sort());
  });

  it('a deleted paragraph takes its own mentions with it and no others', () => {
    for (const [index, gone] of article.entries()) {
      const rest = article.filter((_, other) => other !== index).join('\n\n');
      expect([...keys(rest), ...keys(gone)].sort()).toEqual(keys(whole).sort());
    }
  });

  it('another name of the same kind is read in the same place', () => {
    const swap = (text: string) =>
      text.replaceAll('Hezbollah', 'Islamic Jihad').replaceAll('Kataib Islamic Jihad', 'Kataib Hezbollah');
    const ids = (text: string) => read(text).map(({ entry, role }) => `${entry?.id ?? '?'} ${role}`);
    expect(ids(swap(whole))).toEqual(ids(whole).map((id) => id.replace(/^Hezbollah /, 'IslamicJihad ')));
  });

  it('two governments swapped swap their mentions', () => {
    const text =
      'Israel struck Hamas in Gaza. Egypt protested, and Israel told Egypt that Israel would go on.';
    const swapped = text.replaceAll('Israel', '#').replaceAll('Egypt', 'Israel').replaceAll('#', 'Egypt');
    const ids = (of: string) => read(of).map(({ entry }) => entry?.id);
    const turned: Readonly<Record<string, string>> = { Israel: 'Egypt', Egypt: 'Israel' };
    expect(ids(swapped)).toEqual(ids(text).map((id) => turned[id ?? ''] ?? id));
  });

  it('every mention lies in its sentence and none in another', () => {
    const made = articleOfText(whole, { file: 'a.txt' });
    const mentions = findNames(made, packsOf('levant', 'sahel'));
    expect(mentions.length).toBeGreaterThan(40);
    for (const [index, { start, end, sentence }] of mentions.entries()) {
      const around = made.sentences[sentence];
      expect(around && around.start <= start && end <= around.end && start < end).toBe(true);
      expect(start).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0);
    }
  });
});
