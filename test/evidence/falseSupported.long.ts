import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../../src/evidence/index.ts';
import { clopperPearsonInterval, wilsonInterval } from '../../src/stats/index.ts';
import { FALSE_KINDS, findOn, FORMS } from './falseKinds.ts';

// The whole verdict path on records whose truth is known. VERDICTS aims at 5 % false "supported" of the timing part,
// and shows it where the upper limit is at most 7 %; with few records only a clear excess can be told.
const RECORDS = Number(process.env['TACIT_RECORDS'] ?? 100);
const AIM = 0.05;

const rows: string[] = [];
// Written at the end, with a breath: what a test prints while it keeps its thread busy gets lost.
afterAll(async () => {
  process.stdout.write(`${rows.join('\n')}\n`);
  await new Promise((written) => setTimeout(written, 100));
});

function row(name: string, form: string, tally: ReadonlyMap<Finding, number>): string {
  const supported = tally.get('supported') ?? 0;
  const upper = (100 * wilsonInterval(supported, RECORDS, 0.95).upper).toFixed(0);
  const others = [...tally]
    .filter(([finding]) => finding !== 'supported')
    .map(([finding, count]) => `${finding} ${count}`);
  return `${name.padEnd(22)} ${form.padEnd(7)} supported ${supported} of ${RECORDS} (≤ ${upper} %)  ${others.sort().join(', ')}`;
}

test.each(Object.entries(FALSE_KINDS))('%s', (name, kind) => {
  for (const [form, claim] of Object.entries(FORMS)) {
    const tally = new Map<Finding, number>();
    for (let seed = 0; seed < RECORDS; seed++) {
      const finding = findOn(kind, claim, 30_000 + seed);
      tally.set(finding, (tally.get(finding) ?? 0) + 1);
    }
    rows.push(row(name, form, tally));
    // Under a slow wave the rate did fall, whatever made it: there "falls" is shown, not held to a limit.
    if (form === 'falls') continue;
    const lower = clopperPearsonInterval(tally.get('supported') ?? 0, RECORDS, 0.98).lower;
    expect(lower, `${name}: ${form}`).toBeLessThanOrEqual(AIM);
  }
});
