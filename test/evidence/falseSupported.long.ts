import { expect, test } from 'vitest';
import type { Finding } from '../../src/evidence/index.ts';
import { clopperPearsonInterval, wilsonInterval } from '../../src/stats/index.ts';
import { FALSE_KINDS, findOn, FORMS } from './falseKinds.ts';

// The whole verdict path on records whose truth is known. VERDICTS aims at 5 % false "supported" of the timing part,
// and shows it where the upper limit is at most 7 %; with few records only a clear excess can be told.
const RECORDS = Number(process.env['TACIT_RECORDS'] ?? 100);
/** Aimed at for answers; shifts and changes have a nominal 5 % and no wave procedure of their own. */
const AIM = 0.05;

test.each(Object.entries(FALSE_KINDS))('%s', (name, kind) => {
  for (const [form, claim] of Object.entries(FORMS)) {
    const tally = new Map<Finding, number>();
    for (let seed = 0; seed < RECORDS; seed++) {
      const finding = findOn(kind, claim, 30_000 + seed);
      tally.set(finding, (tally.get(finding) ?? 0) + 1);
    }
    const supported = tally.get('supported') ?? 0;
    const upper = wilsonInterval(supported, RECORDS, 0.95).upper;
    const found = [...tally].map(([finding, count]) => `${finding} ${count}`).sort();
    process.stdout.write(
      `${name.padEnd(24)} ${form.padEnd(7)} supported ${supported}/${RECORDS} (≤ ${(100 * upper).toFixed(0)} %)   ${found.join(', ')}\n`,
    );
    if (form === 'answer')
      expect(clopperPearsonInterval(supported, RECORDS, 0.98).lower, `${name}: ${form}`).toBeLessThanOrEqual(
        AIM,
      );
  }
});
