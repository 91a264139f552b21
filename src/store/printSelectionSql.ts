import type { DatedNumbers, ResolvedNames, ResolvedSelection } from './resolveSelection.ts';

/** One value bound to a `?`: a whole number or a text, or a list of one kind. */
export type BoundValue = number | string | readonly number[] | readonly string[];

export interface SqlPiece {
  readonly sql: string;
  readonly values: readonly BoundValue[];
}

/** The condition under which an event (`e`) fits any of some selections; each event fits once. */
export function printSelectionSql(selections: readonly ResolvedSelection[]): SqlPiece {
  if (selections.length === 0) return { sql: '1 = 0', values: [] };
  return join(selections.map(printOne), ' OR ');
}

function printOne(selection: ResolvedSelection): SqlPiece {
  const { records, directed, days, size, coarsestDays } = selection;
  const pieces: SqlPiece[] = [among('e.act', selection.acts)];
  if (records !== null) pieces.push(among('e.record', records));
  if (directed !== null) pieces.push({ sql: 'e.directed = ?', values: [directed] });
  pieces.push(
    ...printNames('e.initiators', selection.initiators),
    ...printNames('e.targets', selection.targets),
  );
  if (selection.places !== null) pieces.push(among('e.place', selection.places));
  if (days !== null) pieces.push({ sql: 'e.first <= ? AND e.last >= ?', values: [days.last, days.first] });
  if (size !== null) {
    const number = MEASURES[size.measure];
    if (size.least !== null) pieces.push({ sql: `${number} >= ?`, values: [size.least] });
    if (size.most !== null) pieces.push({ sql: `${number} <= ?`, values: [size.most] });
  }
  if (selection.attributions !== null) pieces.push(among('e.attribution', selection.attributions));
  // Spells are counted on their first day, so their counted length is one day.
  if (coarsestDays !== null)
    pieces.push({ sql: 'e.counted_last - e.first + 1 <= ?', values: [coarsestDays] });
  return join(pieces, ' AND ');
}

/** The dead of one side; where a row tells no sides, of all; where it tells only the other side's, unknown. */
const MEASURES = {
  killed_targets: 'COALESCE(e.killed_targets, CASE WHEN e.killed_initiators IS NULL THEN e.killed_low END)',
  killed_initiators:
    'COALESCE(e.killed_initiators, CASE WHEN e.killed_targets IS NULL THEN e.killed_low END)',
  wounded: 'e.wounded',
} as const;

function printNames(column: string, { anyOf, noneOf }: ResolvedNames): SqlPiece[] {
  const pieces: SqlPiece[] = [];
  if (anyOf !== null) {
    pieces.push(
      join(
        anyOf.map((dated) => printDated(column, dated)),
        ' OR ',
      ),
    );
  }
  if (noneOf.length > 0) {
    const { sql, values } = join(
      noneOf.map((dated) => printDated(column, dated)),
      ' OR ',
    );
    pieces.push({ sql: `NOT (${sql})`, values });
  }
  return pieces;
}

function printDated(column: string, { from, to, numbers }: DatedNumbers): SqlPiece {
  const pieces = [among(column, numbers)];
  if (from !== null) pieces.push({ sql: 'e.last >= ?', values: [from] });
  if (to !== null) pieces.push({ sql: 'e.first <= ?', values: [to] });
  return join(pieces, ' AND ');
}

/** A long list is one bound value: the statement stays short however many names a set has. */
function among(column: string, numbers: readonly number[]): SqlPiece {
  if (numbers.length === 1) return { sql: `${column} = ?`, values: [numbers[0] ?? -1] };
  return { sql: `${column} IN (SELECT unnest(?))`, values: [numbers] };
}

function join(pieces: readonly SqlPiece[], word: string): SqlPiece {
  return {
    sql: pieces.map(({ sql }) => `(${sql})`).join(word),
    values: pieces.flatMap(({ values }) => values),
  };
}
