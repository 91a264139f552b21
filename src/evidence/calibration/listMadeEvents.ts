import type { Event } from '../../record/index.ts';
import type { RandomStream } from '../../stats/index.ts';
import { FIRST_DAY, RECORD_FILE } from './madeDays.ts';
import type { MadeRecord } from './madeWorld.ts';

/** So many places that two acts of one side on neighbouring days are seldom in the same one. */
const PLACES = 12;

/** The rows of a made record: every event with its sides, act and a drawn place; in order of days. */
export function listMadeEvents({ a, b, c }: MadeRecord, random: RandomStream): Event[] {
  const rows: Event[] = [];
  const add = (count: number, day: number, [initiator, target, act]: readonly [string, string, string]) => {
    for (let k = 0; k < count; k++) {
      rows.push({
        ...UNKNOWN,
        id: `E${rows.length + 1}`,
        line: rows.length + 2,
        first: FIRST_DAY + day,
        last: FIRST_DAY + day,
        initiators: [initiator],
        targets: [target],
        code: act,
        actClass: act,
        placeNames: [`Place ${1 + random.integer(PLACES)}`],
      });
    }
  };
  for (let day = 0; day < a.length; day++) {
    add(a[day]!, day, ['North', 'South', 'airstrike']);
    add(b[day]!, day, ['South', 'North', 'rocket']);
    add(c[day]!, day, ['West', 'East', 'airstrike']);
  }
  return rows;
}

const UNKNOWN = {
  record: RECORD_FILE,
  precision: 'day',
  directed: true,
  latitude: null,
  longitude: null,
  killedLow: null,
  killedHigh: null,
  killedBest: null,
  killedInitiators: null,
  killedTargets: null,
  killedCivilians: null,
  killedSide: null,
  wounded: null,
  attribution: 'stated',
  sources: null,
  address: null,
  note: null,
} as const;
