import type { SentenceForm } from './sentenceForm.ts';
import { FIRST, PERCENT_BOUND, SECOND, TREND, choice, maybe, pattern, slot } from './sentenceSlots.ts';

/** Rules: one act and what follows it. */
export const RULE_FORMS: readonly SentenceForm[] = [
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
];
