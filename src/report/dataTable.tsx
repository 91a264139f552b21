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
}

/** A plain table inside a frame that scrolls sideways where the screen is narrow. */
export function DataTable({ caption, columns, numeric = [], rows }: DataTableProps) {
  const classes = columns.map((_, index) => (numeric.includes(index) ? 'n' : undefined));
  return (
    <Scroller label={`Table: ${caption}`}>
      <table class={columns.length > 4 ? 'data broad' : 'data'}>
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
