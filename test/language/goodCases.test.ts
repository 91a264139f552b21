import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format, fromTwin, parse, toTwin } from '../../src/language/index.ts';
import { readCases, withoutLayout } from './caseDocument.ts';

const folder = join(import.meta.dirname, 'cases', 'good');
const files = readdirSync(folder);

interface Good {
  readonly title: string;
  readonly text: string;
  readonly canonical: string | null;
}

const goods: readonly Good[] = files.flatMap((file): Good[] => {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.tacit')) return [{ title: file, text, canonical: null }];
  const { head, cases } = readCases(text);
  return cases.map(({ title, blocks }) => {
    const body = blocks.get('tacit') ?? '';
    return {
      title: `${file}: ${title}`,
      text: head + body,
      canonical: head + (blocks.get('canonical') ?? body),
    };
  });
});

describe.each(goods)('$title', ({ text, canonical }) => {
  const { document, diagnostics } = parse(text, 'case.tacit');
  const formatted = format(document);

  it('parses without a message', () => {
    expect(diagnostics).toEqual([]);
    expect(document.items.length).toBeGreaterThan(0);
  });

  it('is printed in its canonical form', () => {
    if (canonical !== null) expect(formatted).toBe(canonical);
    expect(format(parse(formatted).document)).toBe(formatted);
  });

  it('has the same twin after formatting', () => {
    expect(withoutLayout(toTwin(parse(formatted).document))).toEqual(withoutLayout(toTwin(document)));
  });

  it('comes back from its twin', () => {
    const back = fromTwin(JSON.parse(JSON.stringify(toTwin(document))));
    expect(back.diagnostics).toEqual([]);
    expect(back.document).toEqual(document);
    expect(back.document && format(back.document)).toBe(formatted);
  });
});

describe('theatres of other conflicts', () => {
  it.each(['colombia.tacit', 'donbas.tacit', 'korea.tacit', 'counts-example.tacit'])(
    '%s is canonical as written',
    (file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(format(parse(text).document)).toBe(text);
    },
  );
});
