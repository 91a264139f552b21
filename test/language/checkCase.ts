import { check } from '../../src/language/check.ts';
import { parse } from '../../src/language/parse.ts';

/** One section of a case document: a text, the files it names, and what `check` says about it. */
export interface CheckCase {
  readonly title: string;
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
  readonly expected: string;
}

const BLOCK = /^```(\S*) ?(.*)\n([\s\S]*?)^```$/gm;

/**
 * A case document has one `## ` section per case with a `tacit` block, `file NAME` blocks for other texts, and a
 * `messages` block. A `tacit` block before the first section stands before the text of every case.
 */
export function readCheckCases(document: string): CheckCase[] {
  const [head = '', ...sections] = document.split(/^## /m);
  const prelude = blocksOf(head).find(({ language }) => language === 'tacit')?.text ?? '';
  return sections.map((section) => {
    const blocks = blocksOf(section);
    const files = blocks
      .filter(({ language }) => language === 'file')
      .map(({ name, text }) => [name, text] as const);
    return {
      title: section.split('\n', 1)[0] ?? '',
      text: prelude + (blocks.find(({ language }) => language === 'tacit')?.text ?? ''),
      files: new Map(files),
      expected: blocks.find(({ language }) => language === 'messages')?.text ?? '',
    };
  });
}

/** What `check` says, one message after the other: severity, code, the words it points at; the sentence; the hint. */
export function runCheckCase({ title, text, files }: CheckCase): string {
  const { document, diagnostics } = parse(text, 'theatre.tacit');
  const pedantic = title.includes('(pedantic)');
  const context = { file: 'theatre.tacit', files, pedantic, text };
  const checked = check(document, context);
  const lines = [...diagnostics, ...checked.diagnostics].map(
    ({ file, severity, code, start, end, message, hint }) => {
      const source = file === 'theatre.tacit' ? text : (files.get(file ?? '') ?? '');
      const excerpt = source.slice(start, end).split('\n', 1)[0] ?? '';
      const where = file === 'theatre.tacit' ? '' : ` in ${file}`;
      return `${severity} ${code} at: ${excerpt}${where}\n  ${message}\n${hint === null ? '' : `  ${hint}\n`}`;
    },
  );
  const kept =
    checked.theatre === null
      ? 'no theatre'
      : `claims: ${checked.theatre.claims.map(({ name }) => name).join(', ') || 'none'}`;
  return `${lines.join('')}${kept}\n`;
}

function blocksOf(section: string): { language: string; name: string; text: string }[] {
  return [...section.matchAll(BLOCK)].map(([, language = '', name = '', text = '']) => ({
    language,
    name,
    text,
  }));
}
