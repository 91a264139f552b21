/** The sentences that a calibration has judged, and the words that stand for them. */
export type MadeClaim = keyof typeof CLAIM_TEXTS;

const AFTER = 'when North strikes South then';
const ATTACKS = 'South attacks on North';
const STRIKES = 'North strikes on South';
const DAYS = 'from 2019-12-02 to 2020-06-01';
const ANSWER = `${AFTER} South attacks North within 14 days`;

/** How each is written. A is North, B is South; the change is claimed of `CHANGE_DAYS`. */
export const CLAIM_TEXTS = {
  when: ANSWER,
  fewer: `${AFTER} fewer ${ATTACKS} for 30 days`,
  more: `${AFTER} more ${ATTACKS} for 30 days`,
  'more soon': `${AFTER} more ${ATTACKS} for 10 days`,
  falls: `${ATTACKS} fall ${DAYS}`,
  mutual: 'North strikes South and South attacks North answer each other within 14 days',
  truce: `truce between North and South ${DAYS}`,
  rises: `${ATTACKS} rise ${DAYS}`,
  'falls steadily': `${ATTACKS} fall steadily ${DAYS}`,
  'rises steadily': `${ATTACKS} rise steadily ${DAYS}`,
  unchanged: `${ATTACKS} unchanged ${DAYS}`,
  compared: `${ATTACKS} fall ${DAYS} compared with ${STRIKES}`,
  recurring: `${ATTACKS} fall during Consent`,
  'only during': 'South attacks North only during Consent',
  'only within': 'South attacks North only within 14 days after North strikes South',
  together: `${ATTACKS} rises as ${STRIKES} rises within 60 days`,
  against: `${ATTACKS} rises as ${STRIKES} falls within 60 days`,
  starts: 'North starts exchanges with South',
  share: `${AFTER} South attacks North within 7 days in at least 50 percent of cases`,
  later: `${AFTER} South attacks North after 15 to 28 days`,
  'no extra': `${AFTER} no extra South attacks on North within 14 days`,
  while: ANSWER,
  stronger: 'Answered is stronger during Late',
  'by half': `${ATTACKS} fall ${DAYS} by at least half`,
  'one-sided truce': `truce by South toward North ${DAYS}`,
  'recurring truce': 'truce by South toward North during Consent',
  most: `${ATTACKS} is most of ${ATTACKS} or ${STRIKES}`,
  weaker: 'Answered is weaker during Late',
  different: 'Answered is different during Late',
  'while others': ANSWER,
} as const;

/** What stands under a claim. */
export const CLAIM_RESTRICTIONS: Partial<Record<MadeClaim, readonly string[]>> = {
  while: ['while at least 2 South attacks on North over the last 14 days'],
  'while others': ['while at least 6 West strikes on East over the last 14 days'],
};

const CONSENT = 'period Consent from 2018-03-01 to 2018-09-01, from 2019-05-01 to 2019-11-01';

const LATE = ['period Late from 2019-07-01', 'claim Answered by Paper', `  ${ANSWER}`];

/** What a claim speaks of besides the two sides. */
export const CLAIM_DECLARATIONS: Partial<Record<MadeClaim, readonly string[]>> = {
  recurring: [CONSENT],
  'recurring truce': [CONSENT],
  'only during': [CONSENT],
  stronger: LATE,
  weaker: LATE,
  different: LATE,
};

/** The claims that every kind is asked where it names no others: those of answers and rates first. */
export const USUAL_CLAIMS: readonly MadeClaim[] = [
  ...(['when', 'fewer', 'more', 'falls', 'mutual', 'rises', 'falls steadily', 'rises steadily'] as const),
  ...(['unchanged', 'compared', 'recurring', 'truce', 'only during', 'only within', 'together'] as const),
  ...(['against', 'starts', 'share', 'later', 'no extra', 'while', 'stronger'] as const),
  ...(['by half', 'one-sided truce', 'recurring truce', 'most'] as const),
  ...(['weaker', 'different', 'while others', 'more soon'] as const),
];
