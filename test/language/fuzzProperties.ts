import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { format, fromTwin, parse, printDiagnostic, toTwin } from '../../src/language/index.ts';
import { withoutLayout } from './caseDocument.ts';
import { damaged } from './damageText.ts';
import type { Damage } from './damageText.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every theatre at hand, each text once: language cases, shipped examples, theatres of other conflicts. */
export function theatres(): readonly { readonly file: string; readonly text: string }[] {
  return ['test/language/cases/good', 'examples', '../shared/theatres']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
    )
    .filter((file) => /[^/]\.tacit$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index);
}

/** What the parser library says by itself. */
const FOREIGN_SENTENCE = /Expecting|Redundant|token of type|but found|one of these possible|offset|-->/;
const NEAR = 3;

export function survivesDamage(text: string, seed: number, numRuns: number): void {
  const whole = parse(text).document.items.length;
  let noticed = 0;
  fc.assert(
    fc.property(damaged(text), (damage) => {
      const { document, diagnostics } = parse(damage.text, 'damaged.tacit');
      for (const diagnostic of diagnostics) {
        expect(diagnostic.message + (diagnostic.hint ?? '')).not.toMatch(FOREIGN_SENTENCE);
        expect(printDiagnostic(damage.text, diagnostic)).toContain(diagnostic.message);
      }
      expectNear(
        damage,
        diagnostics.map(({ line }) => line),
      );
      if (diagnostics.length > 0) noticed += 1;
      if (damage.how.startsWith('token')) {
        expect(document.items.length).toBeGreaterThanOrEqual(whole - 2);
        expect(diagnostics.length).toBeLessThanOrEqual(2);
      }
      const formatted = format(document);
      const again = parse(formatted).document;
      expect(format(again)).toBe(formatted);
      if (diagnostics.length === 0) expect(withoutLayout(again)).toEqual(withoutLayout(document));
    }),
    { seed, numRuns },
  );
  // Most damage breaks a sentence; if none did, nothing was tested.
  expect(noticed).toBeGreaterThan(numRuns / 4);
}

function expectNear({ text, line, how }: Damage, lines: readonly number[]): void {
  if (lines.length === 0) return;
  const nearest = Math.min(...lines.map((found) => Math.abs(found - line)));
  // Cutting a file off before its title leaves nothing but the missing title.
  if (how === 'cut off' && text.split('\n').length < 3) return;
  // Noise may bring line ends of its own.
  const added = how === 'noise' || how === 'odd character' ? 30 : 0;
  expect(nearest).toBeLessThanOrEqual(NEAR + added);
}

/** Random texts made of the language's own words, and of anything. */
export function readsAnything(seed: number, numRuns: number): void {
  const words = fc.constantFrom(
    ...'tacit 1 theatre "T" claim by when then no extra falls from 2024 to on in US Axis strikes within 14 days'.split(
      ' ',
    ),
    ...'\n // ` "" " , record actor also of at N E said each 06-01 or is most percent while over the last \u0000 %'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const { document } = parse(written);
      const formatted = format(document);
      expect(format(parse(formatted).document)).toBe(formatted);
    }),
    { seed, numRuns },
  );
}

/** A twin changed in one place is read or refused, never half. */
export function refusesDamagedTwins(text: string, seed: number, numRuns: number): void {
  const twin = JSON.stringify(toTwin(parse(text).document));
  const places = [...twin.matchAll(/"[^"]*"|\d+|null|true|false/g)].map(
    (match) => [match.index, match[0].length] as const,
  );
  const values = fc.constantFrom(
    'null',
    '"x"',
    '"X"',
    '-1',
    '1e300',
    'true',
    '[]',
    '{}',
    '"kind"',
    '"a\\nb"',
    '"\\""',
  );
  fc.assert(
    fc.property(fc.nat({ max: places.length - 1 }), values, (index, value) => {
      const [start, length] = places[index] ?? [0, 0];
      const { document, diagnostics } = fromTwin(twin.slice(0, start) + value + twin.slice(start + length));
      expect(document === null).toBe(diagnostics.length > 0);
      if (document) expect(fromTwin(JSON.stringify(toTwin(document))).document).toEqual(document);
    }),
    { seed, numRuns },
  );
}
