import type { SentenceForm } from './sentenceForm.ts';
import { BOUND, FIRST, PERCENT_BOUND, SECOND, TREND, choice, maybe, pattern, slot } from './sentenceSlots.ts';

/** Events, numbers, forecasts, and what cannot be tested. */
export const FACT_FORMS: readonly SentenceForm[] = [
  {
    id: 'event',
    makes: 'event',
    name: 'Something happened on a day',
    meaning: 'The record holds such an event, with the record’s numbers.',
    example: 'US strikes KataibHezbollah in AlQaim on 2019-12-29 killing at least 50',
    slots: [
      {
        ...choice('earliest', 'only if none came before', { first: 'the first of its kind' }),
        optional: true,
      },
      ...pattern('first', 'acted'),
      slot('on', 'date', 'on which day'),
      maybe('killed', 'count', 'killing at least'),
    ],
    template: `[{earliest} ]${FIRST} on {on}[ killing at least {killed}]`,
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
