import type { UnseenArticle } from './unseenArticle.ts';

/** Invented: nothing in these articles happened. */
export const ARTICLES: readonly UnseenArticle[] = [
  {
    name: 'sahel',
    pack: 'sahel',
    published: [2023, 9, 18],
    text: `Quiet roads and loud nights along the river

Since June, Malian army raids near Ansongo have been followed by JNIM ambushes on military convoys within ten days, a security analyst in Bamako said.

Farmers in the area speak of a hard season, and the price of millet has doubled.

A truce between JNIM and the Islamic State in the Greater Sahara broke down on 3 August 2023. On 11 August 2023, gunmen killed 14 soldiers at a checkpoint in Burkina Faso, officials said.

Attacks by JNIM in northern Burkina Faso have increased since the beginning of 2023. France wanted to keep its influence, critics say.

The armed groups do not operate in Niamey itself.`,
    names: [
      ['Malian army', 'actor'],
      ['Ansongo', 'place'],
      ['JNIM', 'actor'],
      ['Islamic State in the Greater Sahara', 'actor'],
      ['Burkina Faso', 'place'],
      ['France', 'actor'],
      ['Niamey', 'place'],
    ],
    times: [
      ['Since June', '2023-06-01', '2023-06-30'],
      ['3 August 2023', '2023-08-03', '2023-08-03'],
      ['11 August 2023', '2023-08-11', '2023-08-11'],
      ['the beginning of 2023', '2023-01-01', '2023-03-31'],
    ],
    claims: [
      {
        words: 'Malian army raids',
        kinds: 'rule',
        parties: 'Malian army > ?|JNIM; JNIM > ?|Malian army',
        when: '2023-06 10 days',
      },
      {
        words: 'truce between JNIM',
        kinds: 'truce',
        parties: 'JNIM & Islamic State in the Greater Sahara',
        when: '2023-08-03',
      },
      { words: 'killed 14 soldiers', kinds: 'event', parties: '? > ?', when: '2023-08-11' },
      { words: 'Attacks by JNIM', kinds: 'trend', parties: 'JNIM > ?', when: '2023' },
      { words: 'keep its influence', kinds: 'intent', parties: '', when: '' },
    ],
  },
  {
    name: 'donbas',
    pack: 'ukraine',
    published: [2021, 11, 5],
    text: `A line that does not hold

Shelling by Ukrainian forces near Horlivka is usually answered by the Russia-backed separatists within three days, monitors reported.

The ceasefire between Kyiv and the separatists has held since 27 July 2020 only on paper. In October 2021, a Ukrainian drone struck a howitzer of the separatists south of Donetsk.

Ukraine will not attack first, its foreign minister said.

More than 1,200 ceasefire violations were counted between 1 October 2021 and 31 October 2021. Moscow arms the separatists, according to NATO. The coffee in Sievierodonetsk is good, a driver adds.`,
    names: [
      ['Ukrainian forces', 'actor'],
      ['Horlivka', 'place'],
      ['separatists', 'actor'],
      ['Kyiv', 'actor'],
      ['Donetsk', 'place'],
      ['Ukraine', 'actor'],
      ['Moscow', 'actor'],
      ['NATO', 'any'],
      ['Sievierodonetsk', 'place'],
    ],
    times: [
      ['27 July 2020', '2020-07-27', '2020-07-27'],
      ['In October 2021', '2021-10-01', '2021-10-31'],
      ['between 1 October 2021 and 31 October 2021', '2021-10-01', '2021-10-31'],
    ],
    claims: [
      {
        words: 'Shelling by Ukrainian forces',
        kinds: 'rule',
        parties: 'Ukrainian forces > ?|separatists; separatists > ?|Ukrainian forces',
        when: '3 days',
      },
      { words: 'ceasefire between Kyiv', kinds: 'truce', parties: 'Kyiv & separatists', when: '2020-07-27' },
      {
        words: 'Ukrainian drone struck',
        kinds: 'event',
        parties: 'Ukrainian > separatists',
        when: '2021-10',
      },
      { words: 'will not attack first', kinds: 'forecast|redline', parties: 'Ukraine > ?', when: '' },
      {
        words: '1,200 ceasefire violations',
        kinds: 'count',
        parties: '? > ?',
        when: '2021-10-01 2021-10-31',
      },
      { words: 'Moscow arms', kinds: 'support|alliance', parties: '', when: '' },
    ],
  },
  {
    name: 'korea',
    pack: 'korea',
    published: [2022, 12, 20],
    text: `Drills and missiles

Whenever the United States and South Korea hold joint exercises, North Korea tests missiles within a week, a researcher in Seoul argues.

Missile tests by North Korea rose sharply in 2022. The number of tests had been low since the summit in Hanoi.

On 18 November 2022, North Korea launched a missile that fell into the sea west of Hokkaido. Pyongyang wants recognition as a nuclear power, the researcher said.

North Korea is likely to test another device before the summer, according to South Korean officials. Tourists, meanwhile, still photograph the blue huts of Panmunjom.`,
    names: [
      ['United States', 'actor'],
      ['South Korea', 'actor'],
      ['North Korea', 'actor'],
      ['Seoul', 'place'],
      ['Hanoi', 'place'],
      ['Pyongyang', 'actor'],
      ['Panmunjom', 'place'],
    ],
    times: [
      ['in 2022', '2022-01-01', '2022-12-31'],
      ['18 November 2022', '2022-11-18', '2022-11-18'],
    ],
    claims: [
      {
        words: 'hold joint exercises',
        kinds: 'rule',
        parties: 'United States|South Korea > ?|North Korea; North Korea > ?',
        when: '7 days',
      },
      { words: 'Missile tests by North Korea', kinds: 'trend', parties: 'North Korea > ?', when: '2022' },
      { words: 'had been low', kinds: 'trend', parties: '?|North Korea > ?', when: '' },
      { words: 'launched a missile', kinds: 'event', parties: 'North Korea > ?', when: '2022-11-18' },
      { words: 'wants recognition', kinds: 'intent', parties: '', when: '' },
      { words: 'likely to test another', kinds: 'forecast', parties: 'North Korea > ?', when: '' },
    ],
  },
  {
    name: 'colombia',
    pack: 'colombia',
    published: [2024, 3, 12],
    text: `What the pause was worth

The ceasefire between the Colombian government and the ELN began on 3 August 2023, and attacks by the guerrillas on soldiers in Arauca fell by half after it.

In Cauca the dissidents were not bound by it. Clashes between the ELN and FARC dissidents in Arauca have grown since the start of January 2024, the ombudsman said.

On 20 February 2024, a bomb attributed to the dissidents killed two policemen in Tame. The army withdrew from three villages in Catatumbo, residents said.

The ELN controls the river crossings in Arauca, according to a local newspaper. Coca is not the only reason for the fighting.`,
    names: [
      ['Colombian government', 'actor'],
      ['ELN', 'actor'],
      ['Arauca', 'place'],
      ['Cauca', 'place'],
      ['FARC dissidents', 'actor'],
      ['Tame', 'place'],
      ['Catatumbo', 'place'],
    ],
    times: [
      ['3 August 2023', '2023-08-03', '2023-08-03'],
      ['the start of January 2024', '2024-01-01', '2024-01-10'],
      ['20 February 2024', '2024-02-20', '2024-02-20'],
    ],
    claims: [
      {
        words: 'ceasefire between the Colombian government',
        kinds: 'truce',
        parties: 'Colombian government & ELN',
        when: '2023-08-03',
      },
      {
        words: 'fell by half',
        kinds: 'trend',
        parties: '?|guerrillas|ELN > soldiers|army|Colombian government|?',
        when: '2023-08-03',
      },
      { words: 'Clashes between the ELN', kinds: 'trend', parties: 'ELN & FARC dissidents', when: '2024-01' },
      {
        words: 'killed two policemen',
        kinds: 'event',
        parties: 'dissidents|FARC dissidents > ?|Colombian government',
        when: '2024-02-20',
      },
      {
        words: 'withdrew from three villages',
        kinds: 'event|control',
        parties: 'army|Colombian government > ?',
        when: '',
      },
      { words: 'controls the river crossings', kinds: 'control', parties: 'ELN > ?', when: '' },
      { words: 'not the only reason', kinds: 'causal', parties: '', when: '' },
    ],
  },
  {
    name: 'caucasus',
    pack: 'caucasus',
    published: [2023, 5, 30],
    text: `A corridor under watch

Azerbaijan and Armenia accuse each other of firing first. Since the war of 2020, Azerbaijani fire on villages near Goris has been met with Armenian fire within two days, a monitor said.

Azerbaijan closed the Lachin corridor on 12 December 2022, and Russian peacekeepers did not stop it. The peacekeepers were afraid of a clash with Azerbaijan, an Armenian columnist writes.

On 13 September 2022, Azerbaijani artillery shelled Jermuk, killing at least 10 soldiers. Shelling along the border decreased after the talks in Brussels in May 2023.

Turkey backs Azerbaijan, and Armenia relies on Russia. The summer is dry.`,
    names: [
      ['Azerbaijan', 'actor'],
      ['Armenia', 'actor'],
      ['Goris', 'place'],
      ['Lachin corridor', 'place'],
      ['Russian peacekeepers', 'actor'],
      ['Jermuk', 'place'],
      ['Brussels', 'place'],
      ['Turkey', 'actor'],
      ['Russia', 'actor'],
    ],
    times: [
      ['12 December 2022', '2022-12-12', '2022-12-12'],
      ['13 September 2022', '2022-09-13', '2022-09-13'],
      ['May 2023', '2023-05-01', '2023-05-31'],
    ],
    claims: [
      { words: 'accuse each other', kinds: 'event', parties: 'Azerbaijan & Armenia', when: '' },
      {
        words: 'Azerbaijani fire on villages',
        kinds: 'rule',
        parties: 'Azerbaijani > ?|Armenia; Armenia > ?|Azerbaijan',
        when: '2 days',
      },
      { words: 'closed the Lachin corridor', kinds: 'control|event', parties: '', when: '2022-12-12' },
      {
        words: 'afraid of a clash',
        kinds: 'deterrence|intent',
        parties:
          'Azerbaijan > peacekeepers|Russian peacekeepers|Russia; peacekeepers|Russian peacekeepers|Russia > Azerbaijan',
        when: '',
      },
      { words: 'shelled Jermuk', kinds: 'event', parties: 'Azerbaijani > ?|Armenia', when: '2022-09-13' },
      { words: 'Shelling along the border', kinds: 'trend', parties: '? > ?', when: '2023-05' },
      { words: 'Turkey backs', kinds: 'support|alliance', parties: '', when: '' },
    ],
  },
  {
    name: 'sudan',
    pack: null,
    published: [2024, 2, 2],
    text: `The long road to the market

Air strikes by the Sudanese army on Omdurman have been answered by the Rapid Support Forces with shelling of the eastern districts within four days, residents said.

On 15 December 2023, the Rapid Support Forces attacked Wad Madani. They seized the town three days later.

The UAE-backed fighters have received drones, according to a report the group denies. Fighting between the army and the rebels in El Fasher has intensified since November 2023.

A humanitarian truce between the army and the Rapid Support Forces was announced in Jeddah on 20 May 2023. The army is unlikely to return to the talks before the rains. Bread is scarce in the camps.`,
    names: [
      ['Sudanese army', 'actor'],
      ['Omdurman', 'any'],
      ['Rapid Support Forces', 'any'],
      ['Wad Madani', 'any'],
      ['El Fasher', 'any'],
      ['Jeddah', 'any'],
    ],
    times: [
      ['15 December 2023', '2023-12-15', '2023-12-15'],
      ['November 2023', '2023-11-01', '2023-11-30'],
      ['20 May 2023', '2023-05-20', '2023-05-20'],
    ],
    claims: [
      {
        words: 'Air strikes by the Sudanese army',
        kinds: 'rule',
        parties: 'Sudanese army > ?|Rapid Support Forces; Rapid Support Forces > ?|Sudanese army',
        when: '4 days',
      },
      {
        words: 'attacked Wad Madani',
        kinds: 'event',
        parties: 'Rapid Support Forces > ?',
        when: '2023-12-15',
      },
      {
        words: 'seized the town',
        kinds: 'control|event',
        parties: 'Rapid Support Forces > ?',
        when: '2023-12-18',
      },
      { words: 'have received drones', kinds: 'support|alliance', parties: '', when: '' },
      {
        words: 'Fighting between the army',
        kinds: 'trend',
        parties: 'army|Sudanese army & rebels',
        when: '2023-11',
      },
      {
        words: 'humanitarian truce',
        kinds: 'truce',
        parties: 'army|Sudanese army & Rapid Support Forces',
        when: '2023-05-20',
      },
      { words: 'unlikely to return', kinds: 'forecast', parties: 'army|Sudanese army > ?', when: '' },
    ],
  },
  {
    name: 'myanmar',
    pack: null,
    published: [2024, 4, 15],
    text: `Hills that change hands

The Arakan Army captured a border post near Paletwa on 14 January 2024, a spokesman for the group said.

Whenever the insurgents attack a convoy, government forces bomb villages within a day or two, aid workers say. The generals hope to divide their enemies.

Attacks by the Three Brotherhood Alliance on junta bases in Shan State have declined since the Haigeng ceasefire, which China brokered on 11 January 2024. The China-linked militias along the border stayed out of the fighting.

At least 40 air strikes on Sagaing were recorded in March 2024. The monsoon will begin in May.`,
    names: [
      ['Arakan Army', 'any'],
      ['Paletwa', 'any'],
      ['Three Brotherhood Alliance', 'any'],
      ['Shan State', 'any'],
      ['China', 'actor'],
      ['Sagaing', 'any'],
    ],
    times: [
      ['14 January 2024', '2024-01-14', '2024-01-14'],
      ['11 January 2024', '2024-01-11', '2024-01-11'],
      ['March 2024', '2024-03-01', '2024-03-31'],
    ],
    claims: [
      {
        words: 'captured a border post',
        kinds: 'control|event',
        parties: 'Arakan Army > ?',
        when: '2024-01-14',
      },
      {
        words: 'Whenever the insurgents',
        kinds: 'rule',
        parties: 'insurgents > ?|government forces; government forces > ?|insurgents',
        when: '2 days',
      },
      { words: 'hope to divide', kinds: 'intent', parties: '', when: '' },
      {
        words: 'Three Brotherhood Alliance',
        kinds: 'trend',
        parties: 'Three Brotherhood Alliance > ?|junta',
        when: '2024-01-11',
      },
      { words: 'stayed out of the fighting', kinds: 'event|alliance|deterrence', parties: '', when: '' },
      { words: '40 air strikes', kinds: 'count', parties: '? > ?', when: '2024-03-01 2024-03-31' },
    ],
  },
];
