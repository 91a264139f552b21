import { compareRows } from './compareRows.ts';
import type { DatedRow } from './eventStore.ts';
import { keyOfRow } from './keyOfRow.ts';
import type { EventKey } from './selection.ts';

/** What a person decided about two rows: `row` is the same incident as `other` and not counted, or another incident. */
export interface DecidedPair {
  readonly kind: 'duplicate' | 'distinct';
  readonly row: DatedRow;
  readonly other: DatedRow;
}

export interface JoinedDuplicates {
  /** Rows that are not counted, since another row already stands for their incident; by record and line. */
  readonly leftOut: readonly EventKey[];
  /** Rows said to be two incidents that other decisions make one. */
  readonly contradictions: readonly (readonly [DatedRow, DatedRow])[];
}

/** Rows that count as one: those joined by decisions, with the row that stands for them. */
interface Incident {
  readonly members: DatedRow[];
  kept: DatedRow;
  readonly near: Set<Incident>;
}

/**
 * Which rows are left out so that each incident counts once. Rows that a person called duplicates are one incident,
 * counted at the row that no line calls a duplicate. Where a record counts duplicates once, each incident also stands
 * for those *directly* proposed as the same as it: going by days, an incident is counted unless it is proposed as the
 * same as one that is counted. So a chain (Monday ~ Tuesday ~ Wednesday) is not one incident: Monday and Wednesday are
 * counted, since days two apart were never proposed as one. What a person called distinct is never joined by a proposal.
 */
export function joinDuplicates(
  proposed: readonly (readonly [DatedRow, DatedRow])[],
  decided: readonly DecidedPair[],
  countsOnce: (record: string) => boolean,
): JoinedDuplicates {
  const incidents = new Map<string, Incident>();
  const incidentOf = (row: DatedRow): Incident => {
    const key = keyOfRow(row);
    const known = incidents.get(key) ?? { members: [row], kept: row, near: new Set() };
    incidents.set(key, known);
    return known;
  };
  const called = new Set<string>();
  for (const { kind, row, other } of decided) {
    if (kind !== 'duplicate') continue;
    called.add(keyOfRow(row));
    const [from, into] = [incidentOf(row), incidentOf(other)];
    if (from === into) continue;
    for (const member of from.members) {
      into.members.push(member);
      incidents.set(keyOfRow(member), into);
    }
  }
  for (const incident of new Set(incidents.values())) {
    const [first] = incident.members.sort(compareRows);
    incident.kept = incident.members.find((row) => !called.has(keyOfRow(row))) ?? first ?? incident.kept;
  }
  const contradictions: [DatedRow, DatedRow][] = [];
  const apart = new Map<Incident, Set<Incident>>();
  for (const { kind, row, other } of decided) {
    if (kind !== 'distinct') continue;
    const [one, two] = [incidentOf(row), incidentOf(other)];
    if (one === two) contradictions.push([row, other]);
    apart.set(one, (apart.get(one) ?? new Set()).add(two));
    apart.set(two, (apart.get(two) ?? new Set()).add(one));
  }
  for (const [a, b] of proposed) {
    if (!countsOnce(a.record) && !countsOnce(b.record)) continue;
    const [one, two] = [incidentOf(a), incidentOf(b)];
    if (one === two || apart.get(one)?.has(two)) continue;
    one.near.add(two);
    two.near.add(one);
  }
  return { leftOut: leaveOut([...new Set(incidents.values())]), contradictions };
}

function leaveOut(incidents: readonly Incident[]): EventKey[] {
  const counted = new Set<Incident>();
  const leftOut: EventKey[] = [];
  for (const incident of [...incidents].sort((a, b) => compareRows(a.kept, b.kept))) {
    const isCounted = ![...incident.near].some((other) => counted.has(other));
    if (isCounted) counted.add(incident);
    for (const row of incident.members) {
      if (!isCounted || row !== incident.kept) leftOut.push({ record: row.record, line: row.line });
    }
  }
  return leftOut.sort((a, b) => {
    if (a.record === b.record) return a.line - b.line;
    return a.record < b.record ? -1 : 1;
  });
}
