import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { loadMapGround, renderReport, renderTable } from '../../src/report/index.ts';
import { PICTURED } from './picturesFixture.ts';

/** A small examination: two claims with pictures, few days, one record. */
const SMALL: Examination = {
  ...PICTURED,
  claims: PICTURED.claims.slice(0, 3).map((claim) => ({
    ...claim,
    events: claim.events.slice(0, 3),
    figures: claim.figures && {
      ...claim.figures,
      timeline: claim.figures.timeline && {
        ...claim.figures.timeline,
        streams: claim.figures.timeline.streams.map((stream) => ({
          ...stream,
          days: stream.days.slice(0, 6),
        })),
      },
      responseByLag: claim.figures.responseByLag && {
        ...claim.figures.responseByLag,
        lags: claim.figures.responseByLag.lags.slice(20, 36),
      },
    },
  })),
};

type Place = readonly (string | number)[];

function findLeaves(value: unknown, place: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [place];
  return Object.entries(value).flatMap(([key, inner]) => findLeaves(inner, [...place, key]));
}

const ground = await loadMapGround(SMALL);
const LEAVES = findLeaves(SMALL);
const NUMBERS = [0, 1, -1, 1e-9, 1e12, -0.25, 0.5, -0];
const NULLABLE = new Set([
  ...['lower', 'upper', 'value', 'detectable', 'trigger', 'response', 'published'],
  ...['after', 'before', 'ratio', 'dispersion'],
]);
const TEXTS = ['', '0000', '2024-13-45', '1800-01-01', '9999-12-31', '\u202e', 'x'.repeat(3000), 'a\nb'];
const KEPT = new Set(['finding', 'part', 'kind', 'role', 'passed', 'about', 'what']);

/** One leaf replaced by another value of its kind, as a strange record or a strange theatre might bring about. */
function damage(examination: Examination, place: Place, choice: number): Examination {
  const copy = structuredClone(examination);
  let holder: Record<string, unknown> = copy as unknown as Record<string, unknown>;
  for (const key of place.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = String(place.at(-1));
  const old = holder[last];
  if (KEPT.has(last)) return copy;
  if (NULLABLE.has(last) && choice === 7) holder[last] = null;
  else if (typeof old === 'number') holder[last] = NUMBERS[choice % NUMBERS.length];
  if (typeof old === 'string') holder[last] = TEXTS[choice % TEXTS.length];
  return copy;
}

describe('strange examinations', () => {
  it('never break the page or show a broken number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: LEAVES.length - 1 }), fc.nat(7)), {
          minLength: 1,
          maxLength: 12,
        }),
        (wounds) => {
          const hurt = wounds.reduce(
            (examination, [leaf, choice]) => damage(examination, LEAVES[leaf] ?? [], choice),
            SMALL,
          );
          const html = renderReport(hurt, ground);
          expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
          expect(renderTable(hurt, { width: 80, colour: false })).not.toMatch(/NaN|undefined|Infinity/);
          expect(html.length).toBeLessThan(1_000_000);
        },
      ),
      { numRuns: 60, seed: 20240514 },
    );
  });
});
