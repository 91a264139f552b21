import type { ActTable } from './actTable.ts';

/**
 * A function from the code of a record to its class: null where the table puts the code in no class on purpose, and
 * where the table does not know it. Letters count without case; leading zeros count (`010` is a statement, `10` a demand).
 */
export function actClassifier({ entries }: ActTable): (code: string) => string | null {
  const classes = new Map(entries.map(([code, , actClass]) => [code.toLowerCase(), actClass]));
  const asked = new Map<string, string | null>();
  return (code) => {
    const known = asked.get(code);
    if (known !== undefined) return known;
    const found = classes.get(code.toLowerCase()) ?? null;
    asked.set(code, found);
    return found;
  };
}
