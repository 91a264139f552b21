/** Every sentence a claim may be, for people who would rather fill in a form than type. */
import type { FormKind } from './document.ts';

/** What a slot of a sentence takes. */
export type SlotKind =
  /** A declared actor or alliance, or `anyone`. */
  | 'actor'
  | 'act'
  /** A declared place or area. */
  | 'place'
  | 'route'
  | 'period'
  | 'claim'
  /** A year, a month or a day: `2024`, `2024-02`, `2024-02-04`. */
  | 'date'
  /** A whole number. */
  | 'count'
  | 'percent'
  /** `within 14 days`, `after 3 to 10 days`, `that day`. */
  | 'window'
  /** A length of time: `90 days`, `12 weeks`. */
  | 'length'
  /** One of the words that `choices` lists. */
  | 'choice'
  /** Free text on one line. */
  | 'text';

export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  /** What stands beside the field: "who answers". */
  readonly label: string;
  readonly optional: boolean;
  /** For `choice`: the words as the sentence has them, with what they mean. */
  readonly choices: readonly { readonly word: string; readonly label: string }[];
}

export interface SentenceForm {
  /** Stays the same from version to version. */
  readonly id: string;
  /** The kind of sentence it makes. */
  readonly makes: FormKind;
  /** A plain name: "an act is answered". */
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
  readonly slots: readonly Slot[];
  /**
   * The sentence with its slots: `{who}`; what stands between brackets is left out when a slot inside it is empty.
   */
  readonly template: string;
}

function slot(name: string, kind: SlotKind, label: string): Slot {
  return { name, kind, label, optional: false, choices: [] };
}

function maybe(name: string, kind: SlotKind, label: string): Slot {
  return { ...slot(name, kind, label), optional: true };
}

function choice(name: string, label: string, choices: Readonly<Record<string, string>>): Slot {
  const listed = Object.entries(choices).map(([word, meaning]) => ({ word, label: meaning }));
  return { ...slot(name, 'choice', label), choices: listed };
}

/** Who does what to whom, where: the slots of one pattern. */
function pattern(prefix: string, words: string): readonly Slot[] {
  return [
    slot(`${prefix}Actor`, 'actor', `who ${words}`),
    slot(`${prefix}Act`, 'act', 'does what'),
    maybe(`${prefix}Target`, 'actor', 'to whom'),
    maybe(`${prefix}Place`, 'place', 'where'),
  ];
}

function patternText(prefix: string): string {
  return `{${prefix}Actor} {${prefix}Act}[ {${prefix}Target}][ in {${prefix}Place}]`;
}

const FIRST = patternText('first');
const SECOND = patternText('second');
const BOUND = choice('bound', 'compared with the number', {
  'more than': 'more than',
  'at least': 'at least',
  about: 'about',
  'at most': 'at most',
  'fewer than': 'fewer than',
  exactly: 'exactly',
});
const PERCENT_BOUND: Slot = { ...BOUND, name: 'bound', optional: true };
const TREND = choice('trend', 'how', { falls: 'falls', rises: 'rises' });

/** All forms, in the order in which a person is likely to want them. */
export const SENTENCE_FORMS: readonly SentenceForm[] = [
  {
    id: 'answer',
    makes: 'answer',
    name: 'An act is answered',
    meaning: 'After the first act there is more of the second than a shared rise and fall explains.',
    example: 'when US strikes Axis in Crossing then Militias attack US within 14 days',
    slots: [
      ...pattern('first', 'acts first'),
      ...pattern('second', 'answers'),
      slot('window', 'window', 'how soon'),
      { ...PERCENT_BOUND, label: 'in how many cases' },
      maybe('percent', 'percent', 'percent of cases'),
    ],
    template: `when ${FIRST} then ${SECOND} {window}[ in [{bound} ]{percent} percent of cases]`,
  },
  {
    id: 'fewer',
    makes: 'shift',
    name: 'Fewer follow, or more',
    meaning: 'In the days after the first act the second is rarer (deterrence) or more frequent (backlash).',
    example: 'when Militias attack US then fewer US strikes on Axis for 90 days',
    slots: [
      ...pattern('first', 'acts first'),
      choice('how', 'how many follow', {
        fewer: 'fewer',
        more: 'more',
        'no fewer': 'not fewer',
        'no more': 'not more',
      }),
      ...pattern('second', 'acts later'),
      slot('length', 'length', 'for how long'),
    ],
    template: `when ${FIRST} then {how} ${SECOND} for {length}`,
  },
  {
    id: 'restraint',
    makes: 'noExtra',
    name: 'An act is not answered',
    meaning:
      'After the first act there are no more of the second than otherwise: fewer than the smallest answer of interest.',
    example: 'when US strikes Axis then no extra Axis attacks on US within 14 days',
    slots: [
      ...pattern('first', 'acts first'),
      ...pattern('second', 'holds back'),
      slot('window', 'window', 'how soon'),
    ],
    template: `when ${FIRST} then no extra ${SECOND} {window}`,
  },
  {
    id: 'mutual',
    makes: 'mutual',
    name: 'Two acts answer each other',
    meaning: 'Each act brings the other about: two rules at once.',
    example: 'US strikes Axis and Axis attacks US answer each other within 14 days',
    slots: [
      ...pattern('first', 'is the one side'),
      ...pattern('second', 'is the other side'),
      slot('window', 'window', 'how soon'),
    ],
    template: `${FIRST} and ${SECOND} answer each other {window}`,
  },
  {
    id: 'change',
    makes: 'change',
    name: 'Something changes from a day on',
    meaning: 'The act is rarer, more frequent or as frequent in these days as before them.',
    example: 'US strikes on Axis in East fall from 2024-02-04',
    slots: [
      ...pattern('first', 'acts'),
      choice('trend', 'how', { falls: 'falls', rises: 'rises', unchanged: 'stays as it was' }),
      slot('from', 'date', 'from which day'),
      maybe('to', 'date', 'to which day'),
      maybe('percent', 'percent', 'by at least how many percent (not with “stays as it was”)'),
    ],
    template: `${FIRST} {trend} from {from}[ to {to}][ by at least {percent} percent]`,
  },
  {
    id: 'changeDuring',
    makes: 'change',
    name: 'Something changes during a period',
    meaning: 'The act is rarer, more frequent or as frequent on the days of a period as on the others.',
    example: 'US strikes on Axis fall during Consent',
    slots: [
      ...pattern('first', 'acts'),
      choice('trend', 'how', { falls: 'falls', rises: 'rises', unchanged: 'stays as it was' }),
      slot('period', 'period', 'during which period'),
    ],
    template: `${FIRST} {trend} during {period}`,
  },
  {
    id: 'truce',
    makes: 'truce',
    name: 'A truce holds between two sides',
    meaning: 'Acts of force fall in both directions. The days since it was expected are kept apart.',
    example: 'truce between US and Militias from 2024-02-04 to 2024-05-14 expected from 2024-01-28',
    slots: [
      slot('one', 'actor', 'one side'),
      slot('other', 'actor', 'the other side'),
      maybe('place', 'place', 'where'),
      slot('from', 'date', 'from which day'),
      maybe('to', 'date', 'to which day'),
      maybe('expected', 'date', 'expected since'),
    ],
    template: 'truce between {one} and {other}[ in {place}] from {from}[ to {to}][ expected from {expected}]',
  },
  {
    id: 'ceasefire',
    makes: 'truce',
    name: 'One side holds its fire',
    meaning: 'Acts of force by one side fall.',
    example: 'truce by US toward Militias from 2024-02-04',
    slots: [
      slot('one', 'actor', 'who holds fire'),
      maybe('other', 'actor', 'toward whom'),
      maybe('place', 'place', 'where'),
      slot('from', 'date', 'from which day'),
      maybe('to', 'date', 'to which day'),
    ],
    template: 'truce by {one}[ toward {other}][ in {place}] from {from}[ to {to}]',
  },
  {
    id: 'onlyDuring',
    makes: 'onlyDuring',
    name: 'An act happens only during a period',
    meaning: 'Nothing of it happens on other days: consent, a season, an exercise.',
    example: 'Israel strikes Axis in East only during Consent',
    slots: [...pattern('first', 'acts'), slot('period', 'period', 'only during')],
    template: `${FIRST} only during {period}`,
  },
  {
    id: 'onlyAfter',
    makes: 'onlyAfter',
    name: 'An act happens only after another',
    meaning: 'Nothing of it happens unless the other act came shortly before.',
    example: 'Militias attack US only within 3 days after US strikes Axis',
    slots: [
      ...pattern('first', 'acts'),
      slot('length', 'length', 'only within'),
      ...pattern('second', 'must have acted before'),
    ],
    template: `${FIRST} only within {length} after ${SECOND}`,
  },
  {
    id: 'coMovement',
    makes: 'coMovement',
    name: 'One grows as another shrinks',
    meaning: 'Two acts move together, or against each other.',
    example: 'IS attacks anyone in East rises as US strikes Axis in East falls within 60 days',
    slots: [
      ...pattern('first', 'acts'),
      TREND,
      ...pattern('second', 'acts besides'),
      { ...TREND, name: 'otherTrend', label: 'how that goes' },
      slot('length', 'length', 'within'),
    ],
    template: `${FIRST} {trend} as ${SECOND} {otherTrend} within {length}`,
  },
  {
    id: 'event',
    makes: 'event',
    name: 'Something happened on a day',
    meaning: 'The record holds such an event, with the record’s numbers.',
    example: 'US strikes KataibHezbollah in AlQaim on 2019-12-29 killing at least 50',
    slots: [
      ...pattern('first', 'acted'),
      slot('on', 'date', 'on which day'),
      maybe('killed', 'count', 'killing at least'),
    ],
    template: `${FIRST} on {on}[ killing at least {killed}]`,
  },
  {
    id: 'total',
    makes: 'total',
    name: 'So many happened between two days',
    meaning: 'The number of such events in the record.',
    example: 'more than 170 Militias attacks on US from 2023-10-17 to 2024-02-04',
    slots: [
      BOUND,
      slot('count', 'count', 'how many'),
      ...pattern('first', 'acts'),
      slot('from', 'date', 'from which day'),
      slot('to', 'date', 'to which day'),
    ],
    template: `{bound} {count} ${FIRST} from {from} to {to}`,
  },
  {
    id: 'none',
    makes: 'total',
    name: 'None happened between two days',
    meaning: 'The record holds no such event on these days.',
    example: 'none US strikes on Axis from 2024-02-04 to 2024-05-14',
    slots: [
      ...pattern('first', 'acts'),
      slot('from', 'date', 'from which day'),
      slot('to', 'date', 'to which day'),
    ],
    template: `none ${FIRST} from {from} to {to}`,
  },
  {
    id: 'share',
    makes: 'share',
    name: 'One is a part of another',
    meaning: 'How much of the whole the part is; every event of the part must be one of the whole.',
    example: 'US strikes on Axis in Crossing is about 40 percent of US strikes on Axis in East',
    slots: [
      ...pattern('first', 'makes the part'),
      PERCENT_BOUND,
      slot('percent', 'percent', 'how many percent'),
      ...pattern('second', 'makes the whole'),
    ],
    template: `${FIRST} is [{bound} ]{percent} percent of ${SECOND}`,
  },
  {
    id: 'most',
    makes: 'share',
    name: 'One is most of another',
    meaning: 'The part is more than half of the whole.',
    example: 'US strikes on Axis in Crossing is most of US strikes on Axis in East',
    slots: [...pattern('first', 'makes the part'), ...pattern('second', 'makes the whole')],
    template: `${FIRST} is most of ${SECOND}`,
  },
  {
    id: 'extreme',
    makes: 'extreme',
    name: 'A month or year is the highest or lowest',
    meaning: 'The rank of one period among all of its length since a day.',
    example: 'Militias attacks on US is lowest in 2024-03 since 2023-10',
    slots: [
      ...pattern('first', 'acts'),
      choice('how', 'how', { highest: 'highest', lowest: 'lowest' }),
      slot('in', 'date', 'in which month or year'),
      slot('since', 'date', 'since when'),
    ],
    template: `${FIRST} is {how} in {in} since {since}`,
  },
  {
    id: 'starts',
    makes: 'starts',
    name: 'One side starts the exchanges',
    meaning: 'Who acts first after a spell of calm.',
    example: 'US starts exchanges with Militias in East',
    slots: [
      slot('one', 'actor', 'who starts'),
      slot('other', 'actor', 'with whom'),
      maybe('place', 'place', 'where'),
    ],
    template: '{one} starts exchanges with {other}[ in {place}]',
  },
  {
    id: 'holds',
    makes: 'holds',
    name: 'One side holds a place',
    meaning: 'Who controls it, against the recorded gains and losses of ground.',
    example: 'Axis holds Crossing from 2017-11',
    slots: [
      slot('one', 'actor', 'who holds'),
      slot('place', 'place', 'which place'),
      slot('from', 'date', 'from which day'),
      maybe('to', 'date', 'to which day'),
    ],
    template: '{one} holds {place} from {from}[ to {to}]',
  },
  {
    id: 'route',
    makes: 'routeState',
    name: 'A route is open or closed',
    meaning: 'Whether the places along it are held, over time.',
    example: 'Road open from 2017-11',
    slots: [
      slot('route', 'route', 'which route'),
      choice('state', 'is', { open: 'open', closed: 'closed' }),
      slot('from', 'date', 'from which day'),
      maybe('to', 'date', 'to which day'),
    ],
    template: '{route} {state} from {from}[ to {to}]',
  },
  {
    id: 'strengthDuring',
    makes: 'strength',
    name: 'A rule is different during a period',
    meaning: 'How strong another claim is inside the period and outside it.',
    example: 'Answered is different during AfterOctober',
    slots: [
      slot('claim', 'claim', 'which claim'),
      choice('how', 'is', { stronger: 'stronger', weaker: 'weaker', different: 'different' }),
      slot('period', 'period', 'during which period'),
    ],
    template: '{claim} is {how} during {period}',
  },
  {
    id: 'strengthThan',
    makes: 'strength',
    name: 'A rule is stronger than another',
    meaning: 'The strengths of two claims, compared.',
    example: 'Answered is stronger than Deterred',
    slots: [
      slot('claim', 'claim', 'which claim'),
      choice('how', 'is', { stronger: 'stronger', weaker: 'weaker', different: 'different' }),
      slot('other', 'claim', 'than which claim'),
    ],
    template: '{claim} is {how} than {other}',
  },
  {
    id: 'expects',
    makes: 'expects',
    name: 'A forecast',
    meaning: 'Something is expected before a day; the record resolves it.',
    example: 'expects Axis attacks on Israel rise before 2025-05-14',
    slots: [
      { ...choice('possible', 'how sure', { possible: 'it is possible' }), optional: true },
      ...pattern('first', 'acts'),
      { ...TREND, optional: true, label: 'and goes how' },
      slot('before', 'date', 'before which day'),
    ],
    template: `expects[ {possible}] ${FIRST}[ {trend}] before {before}`,
  },
  {
    id: 'untestable',
    makes: 'untestable',
    name: 'Something no record can show',
    meaning: 'Intent, cause or capability: kept and shown with its source, never judged.',
    example: 'untestable intent "the aim was to cut the road"',
    slots: [
      choice('of', 'about', { intent: 'what was intended', cause: 'why', capability: 'what one can do' }),
      slot('text', 'text', 'what is said'),
    ],
    template: 'untestable {of} {text}',
  },
];
