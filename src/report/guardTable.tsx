/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Guard } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatNumber } from './formatNumber.ts';
import { labelParts } from './labelParts.ts';
import { stateOfGuard, type GuardState } from './stateOfGuard.ts';

/**
 * Every guard of every part with its number and what it says; guards that were not asked or not run say why, and
 * lines with a number but no result are only shown.
 */
export function GuardTable({ claim }: { readonly claim: ClaimExamination }) {
  const rows = mergeAlike(mergeParts(claim));
  if (rows.length === 0) return null;
  // Most claims have one test for all their parts: then the caption names them once.
  const [first] = rows;
  const shared = rows.every(({ parts }) => parts.join() === first?.parts.join());
  const of = shared && claim.parts.length > 1 ? `: ${first?.parts.join(', ')}` : '';
  return (
    <DataTable
      caption={`Guards of ${claim.name}${of}`}
      columns={['Guard', ...(shared ? [] : ['Parts']), 'Result', 'Value', 'What it says']}
      numeric={[shared ? 2 : 3]}
      rows={rows.map(({ guard, names, parts }) => [
        names.join(', '),
        ...(shared ? [] : [parts.join(', ')]),
        <span class={`guard ${resultClass(guard)}`}>{RESULT_WORDS[stateOfGuard(guard)]}</span>,
        formatNumber(guard.value),
        guard.detail,
      ])}
    />
  );
}

interface GuardRow {
  readonly guard: Guard;
  readonly names: readonly string[];
  readonly parts: readonly string[];
}

/** Parts judged by one test carry the same guards: they are listed once, with the parts named. */
function mergeParts(claim: ClaimExamination): readonly GuardRow[] {
  const rows = new Map<string, { guard: Guard; names: string[]; parts: string[] }>();
  const labels = labelParts(claim.parts);
  claim.parts.forEach((verdict, index) => {
    const label = labels[index] ?? verdict.part;
    for (const guard of verdict.guards) {
      const key = JSON.stringify([guard.name, guard.passed, guard.value, guard.detail]);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { guard, names: [guard.name], parts: [label] });
      else row.parts.push(label);
    }
  });
  return [...rows.values()];
}

/** Guards in a row that did not run, for one and the same reason, are one line. */
function mergeAlike(rows: readonly GuardRow[]): readonly GuardRow[] {
  return rows.reduce<GuardRow[]>((merged, row) => {
    const before = merged.at(-1);
    const alike =
      before !== undefined &&
      row.guard.passed === null &&
      row.guard.value === null &&
      before.guard.passed === null &&
      before.guard.value === null &&
      before.guard.detail === row.guard.detail &&
      before.parts.join() === row.parts.join();
    if (!alike) return [...merged, row];
    return [...merged.slice(0, -1), { ...before, names: [...before.names, ...row.names] }];
  }, []);
}

const RESULT_WORDS: Readonly<Record<GuardState, string>> = {
  passed: '✓ passed',
  failed: '✗ failed',
  'shown, decides nothing': '– shown',
  'not asked': '– not asked',
  'not run': '– not run',
};

function resultClass(guard: Guard): string {
  if (guard.passed === null) return 'not-run';
  return guard.passed ? 'passed' : 'failed';
}
