import { formatDay } from '../../calendar/index.ts';
import { CLAIM_DECLARATIONS, CLAIM_RESTRICTIONS, CLAIM_TEXTS, type MadeClaim } from './madeClaims.ts';
import { FIRST_DAY, RECORD_FILE } from './madeDays.ts';
import type { MadeRecord } from './madeWorld.ts';

/**
 * The theatre of one made record with one claim, as a person would write it; with `bystanders` also a total of the
 * bystander pair, which no test is made of: so the theatre has a third stream.
 */
export function writeMadeTheatre({ a, missing }: MadeRecord, claim: MadeClaim, bystanders = false): string {
  const day = (offset: number) => formatDay(FIRST_DAY + offset);
  return [
    'tacit 1',
    'theatre "Made"',
    `record "${RECORD_FILE}"`,
    `  covers ${day(0)} to ${day(a.length - 1)}`,
    ...missing.map(([first, last]) => `  missing ${day(first)} to ${day(last)}`),
    ...['North', 'South', 'West', 'East'].map((name) => `actor ${name}`),
    `source Paper published ${day(a.length)}`,
    'claim Made by Paper',
    `  ${CLAIM_TEXTS[claim]}`,
    ...(CLAIM_RESTRICTIONS[claim] ?? []).map((line) => `  ${line}`),
    ...(CLAIM_DECLARATIONS[claim] ?? []),
    ...(bystanders
      ? [
          'claim Elsewhere by Paper',
          `  more than 1 West strikes on East from ${day(0)} to ${day(a.length - 1)}`,
        ]
      : []),
    '',
  ].join('\n');
}
