/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Guard } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatNumber } from './formatNumber.ts';
import { labelParts } from './labelParts.ts';

/**
 * Every guard of every part with its number and what it says; guards that could not run say why, and
 * lines with a number but no result only explain.
 */
export function GuardTable({ claim }: { readonly claim: ClaimExamination }) {
  const rows = mergeParts(claim);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={`Guards of ${claim.name}`}
      columns={['Guard', 'Parts', 'Result', 'Value', 'What it says']}
      numeric={[3]}
      rows={rows.map(({ guard, parts }) => [
        guard.name,
        parts.map((part, index) => (
          <>
            {index === 0 ? null : ', '}
            <span class="no-break">{part}</span>
          </>
        )),
        <span class={`guard ${resultClass(guard)}`}>{resultWord(guard)}</span>,
        formatNumber(guard.value),
        guard.detail,
      ])}
    />
  );
}

/** Parts judged by one test carry the same guards: they are listed once, with the parts named. */
function mergeParts(claim: ClaimExamination): readonly { guard: Guard; parts: string[] }[] {
  const rows = new Map<string, { guard: Guard; parts: string[] }>();
  const labels = labelParts(claim.parts);
  claim.parts.forEach((verdict, index) => {
    const label = labels[index] ?? verdict.part;
    for (const guard of verdict.guards) {
      const key = JSON.stringify([guard.name, guard.passed, guard.value, guard.detail]);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { guard, parts: [label] });
      else row.parts.push(label);
    }
  });
  return [...rows.values()];
}

function resultWord(guard: Guard): string {
  if (guard.passed === null) return guard.value === null ? '– not run' : '– explains';
  return guard.passed ? '✓ passed' : '✗ failed';
}

function resultClass(guard: Guard): string {
  if (guard.passed === null) return 'not-run';
  return guard.passed ? 'passed' : 'failed';
}
