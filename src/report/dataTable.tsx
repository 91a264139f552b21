/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { Scroller } from './scroller.tsx';

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Indices of the columns that hold numbers. */
  readonly numeric?: readonly number[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** The first column holds days, which are never broken across lines. */
  readonly dated?: boolean;
}

/** A plain table inside a frame that scrolls sideways where the screen is narrow. */
export function DataTable({ caption, columns, numeric = [], rows, dated = false }: DataTableProps) {
  // Where all columns from one on are numbers, one class on the table is shorter than one on every cell.
  const from = columns.findIndex((_, index) =>
    columns.slice(index).every((__, on) => numeric.includes(index + on)),
  );
  const single = from >= 0 && from <= 2 && numeric.length === columns.length - from;
  const classes = columns.map((_, index) => (!single && numeric.includes(index) ? 'n' : undefined));
  return (
    <Scroller label={`Table: ${caption}`}>
      <table
        class={`data${columns.length > 4 ? ' broad' : ''}${single ? ` n${from}` : ''}${dated ? ' dated' : ''}`}
      >
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th scope="col" class={classes[index]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <td class={classes[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
