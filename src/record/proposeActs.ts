import { classifyTacitCsvAct } from './classifyTacitCsvAct.ts';
import { comment, quote } from './writeToml.ts';

const MOST_CODES = 200;

/** The section of acts: codes that are a class by their own name are mapped, the others are left to the person. */
export function proposeActs(codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const byNumber = [...counts].sort((a, b) => b[1] - a[1]);
  const rest = byNumber.length - MOST_CODES;
  return [
    comment(
      'Which class of acts each code is (tacit acts lists the classes). Codes left out stay as they are: they',
    ),
    comment(
      'count for no act until a theatre takes them by name, and are listed as unmapped after the import.',
    ),
    '[acts]',
    ...byNumber.slice(0, MOST_CODES).map(([code, rows]) => {
      const actClass = classifyTacitCsvAct(code);
      const line = `${quote(code)} = ${quote(actClass ?? '…')}  ${comment(rows === 1 ? '1 row' : `${rows} rows`)}`;
      return actClass === null ? `# ${line}` : line;
    }),
    ...(rest > 0 ? [comment(`and ${rest} more codes in the rows looked at`)] : []),
  ];
}
