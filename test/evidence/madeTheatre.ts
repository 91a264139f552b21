import { dayFromCivil, type Day } from '../../src/calendar/index.ts';
import { examine, type ExamineInput } from '../../src/examine.ts';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { checkText } from '../language/theatreText.ts';
import { makeEvent } from './makeContext.ts';
import { makePair } from './makePair.ts';

export const FIRST = dayFromCivil(2018, 1, 1);
/** Three years: 2018-01-01 to 2020-12-31. */
const DAYS = 1096;

export const MADE_HEAD = `tacit 1
theatre "Made"
record "made.csv"
  covers 2018-01-01 to 2020-12-31
actor North
actor South
actor West
actor Ghost
source Paper published 2020-06-30
source Late published 2018-12-31
source Early published 2017-06-30
`;

/** North strikes, South answers six in ten; West strikes on its own, three tenths as much in 2020. */
export function madeEvents(): Event[] {
  const { a, b } = makePair(2, { days: DAYS, rate: 0.12, rhoAB: 0.6 });
  const fall = (day: number) => (day >= 730 ? 0.3 : 1);
  const west = makePair(5, { days: DAYS, rate: 0.5, psi: 0.2, self: 0, factorB: fall }).b;
  const random = randomStream(1, 'coarse dates', 0);
  const rows: Event[] = [];
  const add = (counts: Float64Array, over: Partial<Event>, coarse = 0) =>
    counts.forEach((count, day) => {
      for (let k = 0; k < count; k++) {
        const vague = random.uniform() < coarse;
        const last: Day = FIRST + Math.min(DAYS - 1, vague ? day + 6 : day);
        const id = `E${rows.length + 1}`;
        rows.push(
          makeEvent(id, FIRST + day, {
            line: rows.length + 2,
            last,
            precision: vague ? 'week' : 'day',
            ...over,
          }),
        );
      }
    });
  add(a, {});
  add(b, { initiators: ['South'], targets: ['North'], code: 'rocket', actClass: 'rocket' });
  add(west, { initiators: ['West'], targets: ['South'] }, 0.1);
  return rows;
}

const ROWS = madeEvents();

/** Examines a theatre of the given claims on the made record. */
export function examineMade(claims: string, over: Partial<ExamineInput> = {}, head = MADE_HEAD) {
  const text = `${head}${claims}`;
  const { theatre, diagnostics } = checkText(text);
  if (!theatre) throw new Error(`no theatre: ${diagnostics[0]?.message}`);
  return examine({
    theatre,
    text,
    file: 'theatre.tacit',
    hash: 'h',
    diagnostics,
    store: createMemoryStore(ROWS),
    tables: [],
    totals: new Map(),
    seed: 1,
    version: '0',
    ...over,
  });
}
