import type { DuckDBConnection } from '@duckdb/node-api';

/** Words that no event holds any more would still answer to names. `staged`: rows not yet published hold theirs too. */
export async function dropUnusedWords(connection: DuckDBConnection, staged: boolean): Promise<void> {
  const held = (column: string) =>
    `SELECT ${column} FROM event${staged ? ` UNION ALL SELECT ${column} FROM staged_event` : ''}`;
  await connection.run(
    `DELETE FROM actors WHERE id NOT IN (${held('initiators')}) AND id NOT IN (${held('targets')})`,
  );
  await connection.run(`DELETE FROM act WHERE id NOT IN (${held('act')})`);
  await connection.run(`DELETE FROM place WHERE id NOT IN (${held('place')})`);
}
