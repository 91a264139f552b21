import type { MeaningEntry } from './meaningEntry.ts';

/** What the words of claims and their sentences mean. */
export const SENTENCE_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
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
  'Quantity.more': ['More than a number.', 'more than 170 Militias attacks on US from 2023 to 2024'],
  'Quantity.fewer': ['Fewer than a number.', 'fewer than 10 US strikes from 2023 to 2024'],
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
  'Consequence.no': [
    'Not fewer, not more, or no extra ones.',
    'then no extra Axis attacks on US within 14 days',
  ],
  'Mutual.each': [
    'Each of the two acts brings the other about.',
    'US strikes Axis and Axis attacks US answer each other within 14 days',
  ],
};
