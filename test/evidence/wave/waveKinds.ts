import type { MadeKind } from './makeRecord.ts';

/** Records in which B does not answer A. */
export const FALSE_KINDS: Readonly<Record<string, MadeKind>> = {
  independent: {},
  'wave 3 days, sd 1': { wave: { tau: 3, sd: 1 } },
  'wave 10 days, sd 0.6': { wave: { tau: 10, sd: 0.6 } },
  'wave 10 days, sd 1': { wave: { tau: 10, sd: 1 } },
  'wave 10 days, sd 1.5': { wave: { tau: 10, sd: 1.5 } },
  'wave 30 days, sd 1': { wave: { tau: 30, sd: 1 } },
  'wave 60 days, sd 1.5': { wave: { tau: 60, sd: 1.5 } },
  'wave 200 days, sd 1.5': { wave: { tau: 200, sd: 1.5 } },
  'smooth wave 10 days, sd 1': { wave: { tau: 10, sd: 1, smooth: true } },
  'smooth wave 30 days, sd 1': { wave: { tau: 30, sd: 1, smooth: true } },
  'campaign 120 days, times 4': { campaign: { days: 120, times: 4 } },
  'reverse rule 0.45': { rhoBA: 0.45 },
  'reverse rule 0.3, smooth wave': { rhoBA: 0.3, wave: { tau: 10, sd: 1, smooth: true } },
  'hidden third cause, B 5 days late': {
    rateA: 0.15,
    rateB: 0.15,
    third: { rate: 0.3, effect: 0.8, late: 5 },
  },
  'wave 10 days, 3 days late': { wave: { tau: 10, sd: 1, late: 3 } },
  'coded twice 10 %': { codedTwice: 0.1 },
};

/** Records in which B answers A. */
export const TRUE_KINDS: Readonly<Record<string, MadeKind>> = {
  'one way 0.3': { rhoAB: 0.3 },
  'one way 0.45': { rhoAB: 0.45 },
  'both 0.3': { rhoAB: 0.3, rhoBA: 0.3 },
  'both 0.45': { rhoAB: 0.45, rhoBA: 0.45 },
  'both 0.3, wave 30 days': { rhoAB: 0.3, rhoBA: 0.3, wave: { tau: 30, sd: 1 } },
};
