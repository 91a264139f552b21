import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, printDiagnostic } from '../../src/language/index.ts';
import { readCases } from './caseDocument.ts';

const folder = join(import.meta.dirname, 'cases', 'bad');

/** The messages with their excerpts, then which items survived. */
function told(text: string): string {
  const { document, diagnostics } = parse(text, 'case.tacit');
  const names = document.items.map((item) => ('name' in item ? `${item.kind} ${item.name}` : item.kind));
  return `${[...diagnostics.map((one) => printDiagnostic(text, one)), `kept: ${names.join(', ') || 'nothing'}`].join('\n')}\n`;
}

describe.each(readdirSync(folder))('%s', (file) => {
  const { head, cases } = readCases(readFileSync(join(folder, file), 'utf8'));

  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, { blocks }) => {
    expect(told(head + (blocks.get('tacit') ?? ''))).toBe(blocks.get('messages'));
  });
});
