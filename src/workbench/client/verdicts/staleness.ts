import { computed } from '@preact/signals';
import { mainFile, shown } from '../workbench.ts';

/** Which lines of the examined text differ from the text in the editor; null where none do. Lines count from 1. */
const changedLines = computed((): { readonly first: number; readonly last: number } | null => {
  const file = mainFile.value;
  const examined = shown.value?.examination.theatre.text;
  if (!file || examined === undefined) return null;
  // Reading the number of edits makes this follow the typing.
  if (file.edits.value < 0) return null;
  const before = examined.split(/\r\n|\n|\r/);
  const now = file.text().split(/\r\n|\n|\r/);
  const shortest = Math.min(before.length, now.length);
  let start = 0;
  while (start < shortest && before[start] === now[start]) start += 1;
  if (start === before.length && start === now.length) return null;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
  return { first: start + 1, last: before.length - end };
});

export const isStale = computed(() => changedLines.value !== null);

/** The claims whose verdict is not that of the examined text, because they are being judged or that was stopped. */
export const waitingClaims = computed((): ReadonlySet<string> => new Set(shown.value?.waiting ?? []));

/**
 * The claims whose verdict may no longer be that of the text: only those whose own lines changed, or all where
 * something else did (an actor, a record).
 */
export const staleClaims = computed((): ReadonlySet<string> => {
  const changed = changedLines.value;
  const examination = shown.value?.examination;
  const waiting = waitingClaims.value;
  if (changed === null || examination === undefined) return waiting;
  const lines = examination.theatre.text.split(/\r\n|\n|\r/);
  const own = new Map(examination.claims.map((claim) => [claim.name, linesOf(claim.line, lines)]));
  const isWithin = [...own.values()].some(
    ({ first, last }) => first <= changed.first && changed.last <= last,
  );
  const touched = [...own].filter(
    ([, { first, last }]) => !isWithin || (first <= changed.last && changed.first <= last),
  );
  return new Set([...waiting, ...touched.map(([name]) => name)]);
});

/** A claim ends before the next line that begins at its first column. */
function linesOf(line: number, lines: readonly string[]): { first: number; last: number } {
  let last = line;
  while (last < lines.length && /^(\s|$)/.test(lines[last] ?? '')) last += 1;
  return { first: line, last };
}
