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
  return (
    <Scroller label={`Table: ${caption}`}>
      <table
        class={`data${columns.length > 4 ? ' broad' : ''}${numberClasses(columns.length, numeric)}${dated ? ' dated' : ''}`}
      >
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** Classes of the table that set columns as numbers: shorter than one on every cell. The style sheet knows twelve columns. */
function numberClasses(columns: number, numeric: readonly number[]): string {
  const from = Math.min(...numeric, columns);
  if (from <= 2 && numeric.length === columns - from && from < columns) return ` n${from}`;
  return numeric.map((column) => ` c${column + 1}`).join('');
}
