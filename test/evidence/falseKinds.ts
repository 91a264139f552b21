import type { Finding } from '../../src/evidence/index.ts';
import { judge } from '../../src/evidence/index.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from './makeContext.ts';
import { makePair, type MadePair } from './makePair.ts';

export interface FalseKind extends Omit<MadePair, 'days'> {
  /** Spells of the record (first and last day) that nobody recorded. */
  readonly missing?: readonly (readonly [number, number])[];
}

/** Three years. */
export const DAYS = 1096;
const campaign = (day: number) => (day >= 400 && day < 520 ? 4 : 1);
/** Rises eightfold over the record. */
const trend = (day: number) => 0.4 * 8 ** (Math.min(DAYS, Math.max(0, day)) / DAYS);

/** Records in which B neither answers A nor is moved by it, and in which nothing changes for B on the claimed date alone. */
export const FALSE_KINDS: Readonly<Record<string, FalseKind>> = {
  independent: {},
  'overdispersed, psi 2': { psi: 2 },
  'both self-exciting 0.5': { self: 0.5 },
  'shared trend ×8': { factor: trend },
  'wave 3 days': { wave: { tau: 3, deviation: 1 } },
  'wave 10 days': { wave: { tau: 10, deviation: 1 } },
  'wave 30 days': { wave: { tau: 30, deviation: 1 } },
  'wave 60 days': { wave: { tau: 60, deviation: 1 } },
  'wave 200 days': { wave: { tau: 200, deviation: 1 } },
  'campaign ×4': { factor: campaign },
  'reverse rule 0.45': { rhoBA: 0.45 },
  'missing spells': {
    missing: [
      [150, 260],
      [600, 640],
      [900, 960],
    ],
  },
  'coded twice 10 %': { codedTwice: 0.1 },
};

const delay = { family: 'geometric', from: 1, to: 14 };
const pair = { trigger: 's1', response: 's2' } as const;
const shift = { kind: 'shift', ...pair, negated: false, days: 30, nested: null } as const;

/** The forms whose "supported" is false on these records. The date of the change is any date; half a year on each side. */
export const FORMS: Readonly<Record<string, ClaimTest>> = {
  answer: { kind: 'answer', ...pair, delay, share: null, nested: null },
  fewer: { ...shift, how: 'fewer' },
  more: { ...shift, how: 'more' },
  falls: {
    kind: 'change',
    stream: 's2',
    trend: 'falls',
    steadily: false,
    windows: [{ first: 700, last: 882 }],
    base: [{ first: 517, last: 699 }],
    baseText: 'the 183 days before (default)',
    comparison: null,
    by: null,
  },
};

/** The finding of the first part of one form on one made record; the days of missing spells hold no event. */
export function findOn(kind: FalseKind, form: ClaimTest, seed: number, days = DAYS): Finding {
  const { missing = [], ...options } = kind;
  const { a, b } = makePair(seed, { days, rate: 0.2, ...options });
  const recorded = new Uint8Array(days).fill(1);
  for (const [first, last] of missing) {
    recorded.fill(0, first, last + 1);
    a.fill(0, first, last + 1);
    b.fill(0, first, last + 1);
  }
  return judge(makeContext(a, b, form, { recorded })).parts[0]!.finding;
}
