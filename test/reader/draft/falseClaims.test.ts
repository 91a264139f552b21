import { describe, expect, it } from 'vitest';
import { draftTheatre } from '../../../src/reader/index.ts';
import { packs, readText } from '../readText.ts';

/** The sentences of Tacit that could be tested, first and second readings, without heads and remarks. */
function testedOf(text: string): readonly string[] {
  return draftTheatre([readText(text)], { packs: packs() })
    .suggestions.flatMap(({ alternatives }) =>
      alternatives.map(({ tacit }) =>
        tacit
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
          .join(' / '),
      ),
    )
    .filter((form) => !form.startsWith('untestable'));
}

describe('a passage that does not carry a claim', () => {
  it.each([
    // denied
    'Hezbollah denied that it had attacked Israel on 4 May 2023.',
    'Israel did not strike any target near Damascus, officials said.',
    'It is not true that the US struck Iran on 3 May 2023.',
    'Nobody believes that Hezbollah attacked Israel on 3 May 2023.',
    'Rumours that Israel had struck Damascus on 3 May 2023 were false.',
    'Reports of an Israeli strike on Damascus on 3 May 2023 turned out to be wrong.',
    'Attacks by Hezbollah on Israel did not increase in 2022.',
    'Attacks by Hezbollah on Israel neither rose nor fell after May 2022.',
    'There is no ceasefire between Israel and Hezbollah.',
    'Israel does not control Gaza.',
    'US strikes do not deter Kataib Hezbollah.',
    // not done
    'Israel foiled a Hezbollah attack on 2 June 2023.',
    'Israel almost struck Iran on 3 May 2023.',
    'A drone attack on Israel was averted on 3 May 2023.',
    'Israel simulated an attack on Iran on 3 May 2022.',
    'The Syrian army failed to capture Idlib.',
    // conditions, wishes, threats
    'If Israel strikes Hezbollah in Beirut, the war will spread to Iran.',
    'Unless the US withdraws, Kataib Hezbollah will attack its bases.',
    'Had Iran attacked Israel in April, the US would have struck Tehran.',
    'Imagine that the US had struck Tehran on 3 May 2023.',
    'Hamas wants a long truce with Israel.',
    'Israel rejected a ceasefire with Hamas in March 2024.',
    'Talks on a truce between Israel and Hamas began on 5 May 2024.',
    'Israel wants to control Gaza.',
    'Turkey threatened to attack Kurdish forces in Syria.',
    'Hamas said that it would not attack Israel before June.',
    'We shall not answer the strikes of Israel, Hezbollah said.',
    // asked, advised, unsettled, feared
    'Did Hezbollah attack Israel on 3 May 2023?',
    'People ask whether Israel struck Damascus on 3 May 2023.',
    'It was not clear whether Israel had struck Damascus on 3 May 2023.',
    'Reports of an Israeli strike on Damascus could not be independently verified.',
    'There is no evidence that US strikes reduced the attacks of Kataib Hezbollah.',
    'Russia called on Israel to stop its strikes on Syria.',
    'The panel recommends that Israel strike Hezbollah first.',
    'Fears of Iranian attacks grew in 2022.',
    // about something else
    'The price of bread in Damascus has doubled since the war began in 2011.',
    'Israel accused Hezbollah of an attack on Haifa on 3 May 2023.',
    'Iran condemned the Israeli strike on Damascus on 3 May 2023.',
    'The spokesman told reporters that Damascus was calm.',
    'The US is not expected to leave the alliance with Israel.',
  ])('%s', (sentence) => {
    expect(testedOf(sentence)).toEqual([]);
  });

  it('gives no headline and no dateline a claim', () => {
    const { suggestions } = draftTheatre(
      [
        readText(
          'Israel strikes Damascus\n\nBEIRUT, May 3 (Agency) - The sea was calm, and the fishermen of the harbour went out.',
        ),
      ],
      { packs: packs() },
    );
    expect(suggestions).toEqual([]);
  });
});

describe('what a passage says, and no more', () => {
  it.each([
    [
      'The ceasefire between Israel and Hamas collapsed on 1 December 2023.',
      'truce between Israel and Hamas from ? to 2023-12-01',
    ],
    [
      'A truce between Israel and Hamas was announced in Cairo on 20 May 2023.',
      'truce between Israel and Hamas from 2023-05-20',
    ],
    [
      'Israeli strikes have long deterred Hezbollah.',
      'when Israel strikes Hezbollah then fewer Hezbollah attacks on Israel for ? days',
    ],
    [
      'Hezbollah was deterred by Israeli strikes.',
      'when Israel strikes Hezbollah then fewer Hezbollah attacks on Israel for ? days',
    ],
    [
      'Hezbollah does not answer every Israeli strike.',
      'when Israel strikes Hezbollah then no extra Hezbollah attacks Israel within ? days',
    ],
    ['Iran never attacked US forces in 2021.', 'none Iran attacks US from 2021-01-01 to 2021-12-31'],
    ['Israel could not strike Iran without American approval.', 'Israel strikes only during Consent'],
    [
      'Since the truce signed in Cairo in March 2024, attacks by Hamas near Ashkelon have fallen by about half.',
      'Hamas attacks in Ashkelon fall from 2024-03 by about half',
    ],
    [
      'Attacks by Hezbollah on Israel rose between 2019 and 2021.',
      'Hezbollah attacks on Israel rise from 2019-01-01 to 2021-12-31',
    ],
  ])('%s', (sentence, form) => {
    expect(testedOf(sentence)[0]).toBe(form);
  });

  it('gives fire the place where it lands, not where it comes from', () => {
    const [form] = testedOf('Hezbollah fired rockets from southern Lebanon at Haifa on 3 May 2023.');
    expect(form).not.toContain('Lebanon');
  });

  it('offers no second reading that says less than the first', () => {
    expect(testedOf('Attacks on US bases in Iraq have increased since January 2020.')).toHaveLength(1);
    expect(
      testedOf('Clashes between Turkey and the Syrian Democratic Forces are likely any time.'),
    ).toHaveLength(1);
  });
});
