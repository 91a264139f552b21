import type { Calibration, ClaimTally } from '../evidence/index.ts';
import { UNKNOWN } from './formatNumber.ts';

/** One line of a table of calibration, in words. */
export interface CalibrationRow {
  readonly kind: string;
  readonly about: string;
  readonly cells: readonly string[];
  /** Why it was not separable or disputed, commonest first; empty where it never was. */
  readonly reasons: string;
}

/** The rows of one claim whose truth is the same. */
export interface CalibrationTable {
  readonly claim: string;
  readonly title: string;
  readonly rows: readonly CalibrationRow[];
}

/** Heads of `cells`. */
export const CALIBRATION_COLUMNS = [
  'records',
  'supported',
  '95 % limit',
  'plain test',
  'not separable',
  'too few',
  'contradicted',
  'other',
] as const;

/** False "supported" that a kind should not exceed. */
const AIM = 0.05;

const TITLES = {
  false: 'nothing of the kind is so: “supported” is false',
  open: 'it may be so: shown, held against nothing',
  true: 'it is so: “supported” is right',
} as const;

/** The tables of a calibration: claim by claim, false ones first. */
export function arrangeCalibration({ kinds }: Calibration): CalibrationTable[] {
  const claims = [...new Map(kinds.flatMap((kind) => kind.claims.map(({ claim, text }) => [claim, text])))];
  return claims.flatMap(([claim, text]) =>
    (['false', 'open', 'true'] as const).flatMap((truth): CalibrationTable[] => {
      const rows = kinds.flatMap(({ kind, about, claims: own }) =>
        own
          .filter((one) => one.claim === claim && one.truth === truth && one.records > 0)
          .map((one): CalibrationRow => ({ kind, about, ...describeTally(one) })),
      );
      return rows.length === 0 ? [] : [{ claim: text, title: TITLES[truth], rows }];
    }),
  );
}

function describeTally(tally: ClaimTally): Pick<CalibrationRow, 'cells' | 'reasons'> {
  const { truth, records, supported, lower95, upper95, plain } = tally;
  const limit = { false: `≤ ${percent(upper95)}`, true: `≥ ${percent(lower95)}`, open: '' }[truth];
  return {
    cells: [
      String(records),
      percent(supported / records),
      limit,
      percent(plain / records),
      String(tally.notSeparable),
      String(tally.tooFew),
      String(tally.contradicted),
      String(tally.disputed + tally.notTestable),
    ],
    reasons: tally.reasons.map(({ reason, records: count }) => `${reason} ${count}`).join(', '),
  };
}

/** What a reader should know before the tables: the kinds that miss the aim, and whether rivals were named. */
export function summariseCalibration({ kinds }: Calibration): string[] {
  const all = kinds.flatMap(({ kind, claims }) => claims.map((one) => ({ kind, ...one })));
  const wrong = all
    .filter(({ truth, supported, records }) => truth === 'false' && supported > AIM * records)
    .map(({ kind, claim, supported, records }) => `${kind} (${claim}) ${percent(supported / records)}`);
  const answers = all.filter(({ claim }) => claim === 'when' || claim === 'mutual');
  const told = answers.reduce((sum, { supported, notSeparable }) => sum + supported + notSeparable, 0);
  const named = answers.reduce((sum, { rivalNamed }) => sum + rivalNamed, 0);
  return [
    wrong.length === 0
      ? 'No kind without a rule was “supported” in more than 5 % of its records.'
      : `“Supported” in more than 5 % of the records though nothing of the kind is so: ${wrong.join('; ')}.`,
    `Of answers, ${named} of ${told} verdicts “supported” or “not separable” name their strongest rival or the guard that failed.`,
  ];
}

function percent(share: number | null): string {
  if (share === null) return UNKNOWN;
  const value = 100 * share;
  return `${value === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1)} %`;
}
