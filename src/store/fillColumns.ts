import { DuckDBDataChunk, DuckDBTypeId, type DuckDBAppender, type DuckDBVector } from '@duckdb/node-api';

export type ColumnValue = number | string | null;

/** Gathers rows of a table by columns and hands them to the engine by the thousand: many times quicker than value by value. */
export interface ColumnFiller {
  /** The values of the next row, one for each column and of its type. */
  add(values: readonly ColumnValue[]): void;
  /** Hands the rows gathered so far to the appender. */
  flush(): void;
}

/** Rows the engine takes at once. */
const CHUNK_ROWS = 2048;

/** Gathers rows for an appender of a table that holds whole numbers and texts. */
export function fillColumns(appender: DuckDBAppender): ColumnFiller {
  const types = Array.from({ length: appender.columnCount }, (_, index) => appender.columnType(index));
  const columns = types.map(({ typeId }): Column => {
    if (typeId === DuckDBTypeId.VARCHAR) return textColumn();
    if (typeId === DuckDBTypeId.INTEGER) return numberColumn(2 ** 31 - 1);
    if (typeId === DuckDBTypeId.BIGINT) return numberColumn(Number.MAX_SAFE_INTEGER);
    throw new Error(`columns of the type ${DuckDBTypeId[typeId]} are not filled here`);
  });
  const chunk = DuckDBDataChunk.create(types);
  let rows = 0;
  const flush = (): void => {
    if (rows === 0) return;
    chunk.reset();
    chunk.rowCount = rows;
    columns.forEach((column, index) => column.write(chunk.getColumnVector(index), rows));
    appender.appendDataChunk(chunk);
    rows = 0;
  };
  return {
    add: (values) => {
      for (let index = 0; index < columns.length; index++) {
        (columns[index] as Column).set(rows, values[index] as ColumnValue);
      }
      rows += 1;
      if (rows === CHUNK_ROWS) flush();
    },
    flush,
  };
}

interface Column {
  set(row: number, value: ColumnValue): void;
  write(vector: DuckDBVector, rows: number): void;
}

function numberColumn(most: number): Column {
  const numbers = new Float64Array(CHUNK_ROWS);
  const valid = new Uint8Array(CHUNK_ROWS / 8).fill(255);
  let nulls = false;
  return {
    set: (row, value) => {
      if (value === null) {
        nulls = true;
        numbers[row] = 0;
        clearBit(valid, row);
      } else if (typeof value === 'number' && Number.isInteger(value) && value <= most && value >= -most) {
        numbers[row] = value;
      } else throw new Error(`${JSON.stringify(value)} is no whole number up to ${most}`);
    },
    write: (vector, rows) => {
      const { items } = insideOf(vector);
      if (items instanceof Int32Array) items.set(rows === CHUNK_ROWS ? numbers : numbers.subarray(0, rows));
      else if (items instanceof BigInt64Array) {
        for (let row = 0; row < rows; row++) items[row] = BigInt(numbers[row] as number);
      } else throw new Error('the engine keeps whole numbers otherwise than expected');
      if (nulls) writeNulls(vector, valid);
      vector.flush();
      if (nulls) valid.fill(255);
      nulls = false;
    },
  };
}

function textColumn(): Column {
  const texts = new Array<string | null>(CHUNK_ROWS).fill(null);
  return {
    set: (row, value) => {
      if (typeof value === 'number') throw new Error(`${value} is no text`);
      texts[row] = value;
    },
    write: (vector, rows) => {
      const valid = new Uint8Array(CHUNK_ROWS / 8).fill(255);
      let nulls = false;
      for (let row = 0; row < rows; row++) {
        const text = texts[row] as string | null;
        if (text === null) {
          nulls = true;
          clearBit(valid, row);
        } else vector.setItem(row, text);
      }
      if (nulls) {
        writeNulls(vector, valid);
        vector.setItem(0, texts[0] ?? null);
      }
      vector.flush();
    },
  };
}

function clearBit(bits: Uint8Array, place: number): void {
  bits[place >> 3] = (bits[place >> 3] as number) & ~(1 << (place & 7));
}

/**
 * What a vector of the engine's client keeps: its numbers, and a bit for each row that says whether it has a value. The
 * client's own way of noting a null costs more than reading the row did; so the bits are written here in one piece. The
 * client's version is pinned, and `appendEvents.test.ts` fails should another keep them otherwise.
 */
interface Inside {
  readonly items?: unknown;
  readonly validity?: { readonly data?: unknown };
}

function insideOf(vector: DuckDBVector): Inside {
  return vector as unknown as Inside;
}

function writeNulls(vector: DuckDBVector, valid: Uint8Array): void {
  // The first null makes the client lay out its bits; they are then overwritten as a whole.
  vector.setItem(0, null);
  const bits = insideOf(vector).validity?.data;
  if (!(bits instanceof BigUint64Array)) throw new Error('the engine keeps nulls otherwise than expected');
  new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength).set(valid.subarray(0, bits.byteLength));
}
