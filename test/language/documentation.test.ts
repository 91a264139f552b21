import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, explain, format, parse, STANDARD_ACTS, type Diagnostic } from '../../src/language/index.ts';

const page = readFileSync('docs/language.md', 'utf8');
const [first = '', ...others] = [...page.matchAll(/^```tacit\n([\s\S]*?)^```$/gm)].map(
  ([, block]) => block ?? '',
);

function messagesOf(text: string): readonly Diagnostic[] {
  const { document, diagnostics } = parse(text);
  const checked = check(document, { file: null, files: new Map(), pedantic: false, text });
  return [...diagnostics, ...checked.diagnostics];
}

/** The cells of the table that follows a heading, without its first two rows. */
function tableUnder(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) =>
    row
      .slice(2, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

describe('docs/language.md', () => {
  it('begins with a file that has nothing wrong', () => {
    expect(messagesOf(first)).toEqual([]);
  });

  it.each(others.map((block) => [block.split('\n', 1)[0], block] as const))(
    'has nothing wrong in: %s …',
    (_, block) => {
      expect(messagesOf(first + block)).toEqual([]);
    },
  );

  it('has examples of every form', () => {
    const forms = [first, ...others].flatMap((block) => {
      const { document } = parse(block.startsWith('tacit 1') ? block : `tacit 1\ntheatre "Part"\n${block}`);
      return document.items.map((item) => (item.kind === 'claim' ? item.form.kind : item.kind));
    });
    const everything = parse(readFileSync('test/language/everything.tacit', 'utf8')).document;
    const known = everything.items.map((item) => (item.kind === 'claim' ? item.form.kind : item.kind));
    expect([...new Set(known)].filter((kind) => !forms.includes(kind) && kind !== 'rivals')).toEqual([]);
  });

  it('lists the standard acts', () => {
    const listed = tableUnder('Standard acts').map(([act, classes]) => [act, classes]);
    expect(listed).toEqual(Object.entries(STANDARD_ACTS).map(([act, classes]) => [act, classes.join(', ')]));
  });

  it('names the defaults that an explained file holds', () => {
    const text = first.replace('  direction recorded\n', '');
    const { document } = parse(text);
    const { theatre } = check(document, { file: null, files: new Map(), pedantic: false });
    if (!theatre) throw new Error('no theatre');
    const explained = format(explain(document, theatre));
    const written = tableUnder('Defaults').map(([, code]) => /^`([^`]+)`/.exec(code ?? '')?.[1] ?? 'nothing');
    expect(written).toHaveLength(7);
    expect(written.filter((line) => !explained.includes(`${line}\n`) || text.includes(line))).toEqual([]);
  });

  it.each(tableUnder('Messages'))('answers %s', (written, message, hint) => {
    const code = written.slice(1, -1);
    const declares = /^(actor|place|use) /.test(code);
    const found = messagesOf(first + (declares ? `${code}\n` : `claim Example by Cradle\n  ${code}\n`));
    expect(found.map((diagnostic) => [diagnostic.message, diagnostic.hint ?? ''])).toEqual([[message, hint]]);
  });
});
