import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, readTree, type SourceFile } from './sourceTree.ts';

const KEY = /\b[a-z][A-Za-z]*(?:-[a-z]+)*-?(?:19|20)\d{2}[a-z]?\b/g;

/** Keys after `Source:` or `Sources:` in comments, to the end of the sentence or of the comment. */
function findKeys(files: readonly SourceFile[]): { path: string; key: string }[] {
  return files.flatMap(({ path, text }) =>
    [
      ...text.matchAll(/(?:\/\*\*|\*|\/\/)[^\n]*\bSources?: ([\s\S]*?)(?:\.\s|\.\*|\*\/|\n\s*[^\s*/]|$)/g),
    ].flatMap(([, cited]) => [...(cited ?? '').matchAll(KEY)].map(([key]) => ({ path, key }))),
  );
}

function listedKeys(markdown: string): string[] {
  return [...markdown.matchAll(/^- \*\*([A-Za-z]+\d{4}[a-z]?)\*\* /gm)].map(([, key]) => key ?? '');
}

function findUnlisted(files: readonly SourceFile[], listed: readonly string[]): string[] {
  return findKeys(files).flatMap(({ path, key }) => (listed.includes(key) ? [] : [`${path}: ${key}`]));
}

const listed = listedKeys(readFileSync(join(projectRoot, 'docs/references.md'), 'utf8'));

describe('references', () => {
  it('every key named in src is in docs/references.md', () => {
    const source = readTree(['src'], ['.ts', '.tsx']);
    expect(findKeys(source).length).toBeGreaterThan(0);
    expect(findUnlisted(source, listed)).toEqual([]);
  });

  it('names keys that are not listed', () => {
    const made = [
      { path: 'a.ts', text: '/** P-value. Source: selfLiang1987. */' },
      { path: 'b.ts', text: '/**\n * Law. Source: nobody1901 6.1,\n * kopeckySuen2010.\n */' },
      { path: 'c.ts', text: '// Sources: some-body-2001.' },
      { path: 'd.ts', text: 'const source = "nobody1902"; // since 1903' },
    ];
    expect(findKeys(made)).toHaveLength(4);
    expect(findUnlisted(made, listed)).toEqual(['b.ts: nobody1901', 'c.ts: some-body-2001']);
  });

  it('every work is listed once, under its year', () => {
    expect(new Set(listed).size).toBe(listed.length);
    const lines = readFileSync(join(projectRoot, 'docs/references.md'), 'utf8').split('\n');
    for (const line of lines.filter((one) => one.startsWith('- **'))) {
      const year = /^- \*\*[A-Za-z]+(\d{4})/.exec(line)?.[1];
      expect(line).toContain(`(${year})`);
    }
  });
});
