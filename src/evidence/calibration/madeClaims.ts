/** The sentences that a calibration has judged, and the words that stand for them. */
export type MadeClaim = 'when' | 'fewer' | 'more' | 'falls' | 'mutual' | 'truce';

/** How each is written. A is North, B is South; the change is claimed of `CHANGE_DAYS`. */
export const CLAIM_TEXTS: Readonly<Record<MadeClaim, string>> = {
  when: 'when North strikes South then South attacks North within 14 days',
  fewer: 'when North strikes South then fewer South attacks on North for 30 days',
  more: 'when North strikes South then more South attacks on North for 30 days',
  falls: 'South attacks on North fall from 2019-12-02 to 2020-06-01',
  mutual: 'North strikes South and South attacks North answer each other within 14 days',
  truce: 'truce between North and South from 2019-12-02 to 2020-06-01',
};

/** The claims that every kind is asked where it names no others. */
export const USUAL_CLAIMS: readonly MadeClaim[] = ['when', 'fewer', 'more', 'falls', 'mutual'];
