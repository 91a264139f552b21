/** What each word of the language means, for hover and completion. */

export interface KeywordMeaning {
  /** What it says, and what is taken where it is left out. */
  readonly meaning: string;
  readonly example: string | null;
}

type Entry = readonly [meaning: string, example?: string];

/** By the word alone, or by `Rule.word` where the same word means something else elsewhere. */
const MEANINGS: Readonly<Record<string, Entry>> = {
  // head and declarations
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
  // claims
  claim: [
    'A sentence that a source says. It is judged on the record, up to the day of the source’s publication.',
    'claim Answered by Cradle at "paragraph 21"',
  ],
  'Claim.by': ['Who says so.', 'claim Answered by Cradle'],
  citing: ['From whom the source has it.', 'claim A by Cradle citing Centcom'],
  'Claim.at': ['The passage where the source says so.', 'at "paragraph 21"'],
  quote: ['The words of the source.', 'quote "now answered"'],
  when: [
    'A rule: after the first part comes the second.',
    'when US strikes Axis then Militias attack US within 14 days',
  ],
  then: ['What follows.', 'when US strikes Axis then Militias attack US within 14 days'],
  extra: [
    'No more than otherwise: fewer extra than the smallest answer of interest.',
    'when US strikes Axis then no extra Axis attacks on US within 14 days',
  ],
  fewer: [
    'The rate of the second part is lower in the days after.',
    'when A strikes B then fewer B attacks on A for 90 days',
  ],
  more: [
    'The rate of the second part is higher in the days after.',
    'when A strikes B then more B attacks on A for 90 days',
  ],
  'Bound.more': ['More than a number.', 'more than 170 Militias attacks on US from 2023 to 2024'],
  'Bound.fewer': ['Fewer than a number.', 'fewer than 10 US strikes from 2023 to 2024'],
  'Consequence.for': ['For how long the rate is changed.', 'for 90 days'],
  'Consequence.in': ['The share of cases with an answer.', 'in at least 80 percent of cases'],
  cases: ['The share of cases with an answer.', 'in at least 80 percent of cases'],
  'Window.within': ['Days 1 to N after the trigger.', 'within 14 days'],
  'Window.after': ['From one day after the trigger to another.', 'after 3 to 10 days'],
  that: ['The same day. Days have no order inside: coincidence, never an answer.', 'that day'],
  truce: [
    'Acts of force fall: between two sides in both directions, by one side in one.',
    'truce between US and Militias from 2024-02-04 to 2024-05-14',
  ],
  between: ['A truce of two sides, judged in both directions.', 'truce between US and Militias'],
  toward: [
    'Toward whom fire is held. Default: toward anyone.',
    'truce by US toward Militias from 2024-02-04',
  ],
  expected: ['Since when the truce was expected: these days are kept apart.', 'expected from 2024-01-28'],
  holding: ['How long it held.', 'holding about 2 weeks'],
  falls: [
    'The rate is lower than before, or than what it is compared with.',
    'US strikes on Axis fall from 2024-02-04',
  ],
  fall: [
    'The rate is lower than before, or than what it is compared with.',
    'US strikes on Axis fall from 2024-02-04',
  ],
  rises: [
    'The rate is higher than before, or than what it is compared with.',
    'IS attacks in East rise from 2024',
  ],
  rise: [
    'The rate is higher than before, or than what it is compared with.',
    'IS attacks in East rise from 2024',
  ],
  unchanged: [
    'The rate changed by less than the smallest change of interest.',
    'US strikes on Axis unchanged from 2024',
  ],
  steadily: [
    'Bit by bit over the days, not at once.',
    'US strikes on Axis fall steadily from 2024-01 to 2024-06',
  ],
  'By.by': ['By how much.', 'by at least half'],
  half: ['Fifty percent.', 'by at least half'],
  compared: [
    'With what the days are compared. Default: with the days before them.',
    'compared with 2023-01 to 2023-04',
  ],
  only: ['Nothing of it happens otherwise.', 'Israel strikes Axis only during Consent'],
  'Predicate.within': [
    'How long before it the other act may lie.',
    'only within 3 days after US strikes Axis',
  ],
  'Predicate.after': ['The act that must come before.', 'only within 3 days after US strikes Axis'],
  'Comovement.as': [
    'Both move together, or against each other.',
    'IS attacks rise as US strikes on IS fall within 60 days',
  ],
  'Comovement.within': ['How far apart the two may move.', 'within 60 days'],
  highest: [
    'It ranks first among periods of this length.',
    'Militias attacks on US is highest in 2024-01 since 2023',
  ],
  lowest: [
    'It ranks last among periods of this length.',
    'Militias attacks on US is lowest in 2024-03 since 2023-10',
  ],
  most: ['More than half.', 'US strikes on Axis in AlQaim is most of US strikes on Axis'],
  stronger: ['The rule is stronger.', 'Answered is stronger during AfterOctober'],
  weaker: ['The rule is weaker.', 'Answered is weaker during AfterOctober'],
  different: ['The rule is stronger or weaker.', 'Answered is different during AfterOctober'],
  'Statement.than': ['The claim it is compared with.', 'Answered is stronger than Deterred'],
  open: ['All places along the route are held.', 'Road open from 2017-11'],
  closed: ['Some place along the route is not held.', 'Road closed from 2017-11'],
  holds: ['Who controls a place, by recorded gains and losses.', 'Axis holds Crossing from 2017-11'],
  starts: ['Who acts first after a spell of calm.', 'US starts exchanges with Militias in East'],
  exchanges: ['Who acts first after a spell of calm.', 'US starts exchanges with Militias in East'],
  answer: [
    'Each of the two acts brings the other about.',
    'US strikes Axis and Axis attacks US answer each other within 14 days',
  ],
  'Assumption.answer': ['Extra events per trigger. Default: 0.1.', 'assume smallest answer 0.1'],
  'Assumption.change': ['In percent. Default: 20.', 'assume smallest change 20 percent'],
  first: ['Nothing of the kind is recorded before.', 'first US strikes Axis on 2019-12-29'],
  expects: [
    'A forecast: resolved when the record covers the day.',
    'expects Axis attacks on Israel rise before 2025-05-14',
  ],
  possible: [
    'The forecast is said to be possible, not likely.',
    'expects possible US strikes Axis before 2025',
  ],
  before: ['Exclusive: the day itself does not count; a short date is its first day.', 'before 2025-05-14'],
  untestable: [
    'Kept and shown with its source, never judged.',
    'untestable intent "the aim was to cut the road"',
  ],
  intent: ['What was intended: no record shows it.', 'untestable intent "…"'],
  cause: ['Why it happened: no record shows it by itself.', 'untestable cause "…"'],
  capability: ['What one can do: no record shows it.', 'untestable capability "…"'],
  none: ['Not one.', 'none US strikes on Axis from 2024-02-04 to 2024-05-14'],
  'Total.per': ['As a rate.', 'about 2 Axis attacks per week from 2020 to 2021'],
  // restrictions
  since: ['Only triggers from this day on; a short date is its first day.', 'since 2020-01-03'],
  until: [
    'Only triggers up to this day; a short date is its last day. An answer after it still counts. Default: the source’s publication.',
    'until 2024-02-04',
  ],
  'PeriodSpan.until': ['Up to and with this day.', 'period Consent until 2024-02-03'],
  'Predicate.since': ['Since when periods are ranked.', 'is lowest in 2024-03 since 2023-10'],
  during: ['On the days of a period, or of a truce claim.', 'during Consent'],
  outside: ['On all days but those of a period.', 'outside Consent'],
  while: ['Only when this much came before.', 'while no IS attacks over the last 7 days'],
  over: ['How far back is looked.', 'while no IS attacks over the last 7 days'],
  graded: ['The more of this, the stronger the answer.', 'graded by killed'],
  asserts: ['Which parts the source asserts.', 'asserts timing, cause'],
  // patterns
  'Action.on': [
    'Before whom it is done to, or before a date. Changes no meaning before a name.',
    'US strikes on Axis on 2019-12-29',
  ],
  'Where.in': ['Where the act lands.', 'in Crossing'],
  elsewhere: [
    'At any other place than the one named before.',
    'then Militias attack US elsewhere within 14 days',
  ],
  near: ['Up to so many kilometres away.', 'near AlTanf up to 50 km'],
  killing: [
    'The dead on the target’s side where the record tells sides, else all. Unknown deaths are not none.',
    'killing at least 3',
  ],
  wounding: ['The wounded. Unknown is not none.', 'wounding more than 10'],
  'Size.with': ['A measure of the record.', 'with at least 12 aircraft'],
  deaths: ['Counts the dead instead of the events.', 'deaths from IS attacks in East fall from 2024'],
  'MeasuredAmount.days': [
    'Counts days on which it happens at least once.',
    'days with US strikes on Axis fall from 2024',
  ],
  anyone: ['Every actor.', 'anyone attacks US'],
  anywhere: ['Every place.', 'in anywhere except AlTanf'],
  'ActorReference.each': ['Each member by itself, with one strength for all.', 'each of Militias attacks US'],
  'PlaceReference.each': ['Each place by itself.', 'in each of Bases'],
  except: ['All but these.', 'anyone except IS'],
  same: ['What the sentence named before.', 'in the same place'],
  or: ['Both are counted together.', 'US strikes Axis or Israel strikes Axis'],
  about: ['Roughly this many.', 'about 2 Axis attacks per week from 2020 to 2021'],
  exactly: ['Just this many.', 'exactly 3 US strikes from 2020 to 2021'],
  'Bound.at': ['At least, or at most, this many.', 'at least 3'],
  least: ['This many or more.', 'at least 3'],
  'Bound.most': ['This many or fewer.', 'at most 3'],
  from: ['The first day, included; a short date is its first day.', 'from 2024-02-04'],
  to: ['The last day, included; a short date is its last day.', 'to 2024-05-14'],
};

/** What a word of the language means at its place; null for words that only hold a sentence together. */
export function meaningOfKeyword(word: string, rule: string): KeywordMeaning | null {
  const key = [`${rule}.${word}`, word].find((known) => Object.hasOwn(MEANINGS, known));
  const entry = key === undefined ? undefined : MEANINGS[key];
  return entry ? { meaning: entry[0], example: entry[1] ?? null } : null;
}
