import type { MeaningEntry } from './meaningEntry.ts';

/** What the words of declarations mean. */
export const DECLARATION_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  tacit: ['The version of the language this file is written in.', 'tacit 1'],
  theatre: ['The title of the file.', 'theatre "Eastern Syria, 2017 to 2024"'],
  record: [
    'A record of events on which the claims are tested: a file in the folder of the theatre or below it. Without `covers` it is taken from its first to its last event.',
    'record "chronology.csv"',
  ],
  counts: [
    'The record is a table of counts, a row per day or week.',
    'record "deaths.csv" as counts per day',
  ],
  'Record.per': ['The step of a table of counts.', 'record "deaths.csv" as counts per day'],
  'Record.as': [
    'The record is a table of counts, a row per day or week.',
    'record "deaths.csv" as counts per day',
  ],
  covers: [
    'The days the record covers, both ends included. Default: from its first to its last event.',
    'covers 2017-05-01 to 2024-06-30',
  ],
  missing: [
    'Days nobody recorded. They are masked, never counted as calm.',
    'missing 2018-07-01 to 2019-05-31',
  ],
  dates: ['The order in which the file writes numeric dates: `dmy`, `mdy` or `ymd`.', 'dates dmy'],
  dmy: ['Day, month, year: `29/12/2019`.'],
  mdy: ['Month, day, year: `12/29/2019`.'],
  ymd: ['Year, month, day: `2019/12/29`.'],
  map: ['The mapping file of a table that is no known export.', 'map "events.map.toml"'],
  direction: [
    'Who acts on whom in the record. Default: `as told`, what the format tells; where it tells nothing, both orders count.',
    'direction recorded',
  ],
  'Direction.as': ['As the format of the record tells.', 'direction as told'],
  told: ['As the format of the record tells.', 'direction as told'],
  recorded: [
    'The columns mean who acts on whom, also where the format says they do not.',
    'direction recorded',
  ],
  'Direction.by': ['One side alone has the means for an act.', 'direction by means'],
  means: ['One side alone has the means for an act: the side a pattern names did it.', 'direction by means'],
  either: ['No event tells who acted.', 'direction either way'],
  way: ['No event tells who acted.', 'direction either way'],
  duplicates: [
    'Whether rows proposed as one incident count apart or once. Default: apart.',
    'duplicates once',
  ],
  apart: ['Rows proposed as one incident count apart: the default.', 'duplicates apart'],
  once: ['Rows proposed as one incident count once.', 'duplicates once'],
  duplicate: [
    'Decided: the first row is another coding of the second and is not counted.',
    'duplicate "IRQ1204" of "SY-17" in "chronology.csv"',
  ],
  distinct: ['Decided: the two rows are two incidents.', 'distinct "IRQ1290" and "IRQ1291"'],
  totals: [
    'Published running totals: how much the record misses.',
    'totals "counters.csv" of Militias attack US',
  ],
  fault: [
    'A known fault of the record, printed with every verdict.',
    'fault "attacks before 2020 are incomplete"',
  ],
  answers: [
    'Quick answers were sought when the record was made, so they are over-sampled.',
    'fault answers "…"',
  ],
  column: ['What a column of a table of counts holds.', 'column attacks is Militias attack US'],
  'Column.is': ['What the column counts.', 'column attacks is Militias attack US'],
  measure: ['A number that each event of the record has.', 'measure aircraft from "aircraft"'],
  'Measure.from': ['The column that holds the number.', 'measure aircraft from "aircraft"'],
  use: [
    'Brings in the declarations of another file in the theatre’s folder or below it.',
    'use "actors.tacit"',
  ],
  pack: ['A set of declarations that ships with Tacit.', 'use pack levant'],
  actor: [
    'One who acts or is acted upon. A record may call it by its name, its display name or any alias.',
    'actor US "United States" also "American forces"',
  ],
  alliance: [
    'Actors and alliances that act as one. Each membership may have dates and a source. An act inside an alliance is no act on it.',
    'alliance Axis of Militias, Iran said by Cradle',
  ],
  place: [
    'A place, found by its names or by distance.',
    'place AlQaim "al-Qaim" at 34.37 N 41.09 E within 25 km',
  ],
  area: ['A set of places and areas.', 'area Crossing of AlbuKamal, AlQaim'],
  route: [
    'A road through places and areas: it is open while all are held.',
    'route Road through AlQaim, AlTanf',
  ],
  through: ['The places of a route, in their order.', 'route Road through AlQaim, AlTanf'],
  act: [
    'What counts as this act: classes of events, or codes of the record. It replaces a standard act of the same name.',
    'act raid of ground attack, code "RAID"',
  ],
  code: ['A code of the record itself.', 'act raid of code "RAID"'],
  source: [
    'Who says something, and when: a claim is judged up to its source’s publication.',
    'source Cradle "The Cradle" published 2024-05-14',
  ],
  published: [
    'The day of publication: a claim is judged up to it, what came after is shown apart.',
    'published 2024-05-14',
  ],
  'Source.about': ['The day of publication is known roughly.', 'published about 2017-06'],
  reliability: [
    'How reliable the source is held to be; shown, never used in a verdict.',
    'reliability unrated',
  ],
  address: ['Where the source is found on the web.', 'address "https://example.org"'],
  period: ['A set of days.', 'period Consent until 2024-02-03 said by Cradle'],
  also: ['Other names under which a record may hold it.', 'actor IS "Islamic State" also "ISIS", "Daesh"'],
  said: ['Who says so.', 'alliance Axis of Iran said by Cradle'],
  table: [
    'The days stand in a table of two columns, `first` and `last`.',
    'period Ramadan table "ramadan.csv"',
  ],
  'PeriodSpan.each': ['Every year on these days.', 'period Summer each 06-01 to 09-30'],
  'Place.at': ['Latitude and longitude in degrees.', 'at 34.45 N 40.92 E'],
  'Place.within': ['Events up to this far away count as there.', 'within 25 km'],
  assume: ['What a test takes for granted, for all claims of the file.', 'assume smallest answer 0.2'],
  assuming: ['An assumption for this claim alone.', 'assuming smallest answer 0.3'],
  delay: [
    'How answers spread over the window. Default: `geometric`, soon rather than late; the other one is `uniform`.',
    'assume delay uniform',
  ],
  smallest: [
    'The smallest answer or change that matters. Defaults: `answer 0.1`, one extra event in ten triggers; `change 20 percent`.',
    'assume smallest answer 0.1',
  ],
  calm: ['Quiet days that end an exchange. Default: 7.', 'assume calm 7 days'],
  rivals: ['Claims that give different accounts of the same events.', 'rivals SpillOver, SpillOverRival'],
  whatif: [
    'A question to the model of the theatre: what if a truce held, a rule were dropped, an act did not happen.',
    'whatif "the truce holds" from 2024-05-15 for 180 days',
  ],
  without: ['This rule no longer works.', 'without Answered'],
  'WhatIfChange.no': ['This act does not happen.', 'no US strikes on Axis'],
};
