const MOST_REMEMBERED = 100_000;

interface Node<Reading> {
  reading: Reading | undefined;
  next: Map<string, Node<Reading>> | null;
}

/**
 * The same function of several cells of a row with a memory, as `remember` is of one. The memory is a map of maps: cells
 * are looked up one by one, since joining them into one text would cost more than reading them. Cells that differ most
 * between rows should stand first.
 */
export function rememberCells<Reading extends object>(
  places: readonly number[],
  read: (cells: readonly string[]) => Reading,
): (fields: readonly string[]) => Reading {
  let root: Node<Reading> = { reading: undefined, next: null };
  let remembered = 0;

  const learn = (fields: readonly string[]): Reading => {
    if (remembered >= MOST_REMEMBERED) {
      root = { reading: undefined, next: null };
      remembered = 0;
    }
    remembered += 1;
    // A cell is a part of a piece of the file and would keep all of it in memory; these copies do not.
    const own = places.map((place) => ` ${fields[place] ?? ''}`.slice(1));
    let node = root;
    for (const cell of own) {
      let next = node.next?.get(cell);
      if (next === undefined) {
        next = { reading: undefined, next: null };
        node.next ??= new Map();
        node.next.set(cell, next);
      }
      node = next;
    }
    node.reading = read(own);
    return node.reading;
  };

  return (fields) => {
    let node: Node<Reading> | undefined = root;
    for (const place of places) {
      node = node.next?.get(fields[place] ?? '');
      if (node === undefined) return learn(fields);
    }
    return node.reading ?? learn(fields);
  };
}
