import { dayFromCivil, type Day } from '../../calendar/index.ts';

/** The first day of every made record; `CLAIM_TEXTS` names days counted from it. */
export const FIRST_DAY: Day = dayFromCivil(2018, 1, 1);

/** The record's name in its theatre. */
export const RECORD_FILE = 'made.csv';
