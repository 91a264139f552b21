const MOST_REMEMBERED = 100_000;

/** The same function of a text with a memory: a column of a file has many rows and few different cells. */
export function remember<Reading extends object>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    let reading = known.get(text);
    if (reading === undefined) {
      // A cell is a part of a piece of the file and would keep all of it in memory; this copy does not.
      const own = ` ${text}`.slice(1);
      reading = read(own);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(own, reading);
    }
    return reading;
  };
}
