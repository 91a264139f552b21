/** A number is written as a number; a share as a percentage; null is unknown. */
export type FigureCell = string | number | null | { readonly share: number | null };

/** The numbers behind a picture, raw: shown in the page with `FigureTables`, downloaded with `figureTableCsv`. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** What the page shows in its place, where the whole is long; the whole goes into the CSV. */
  readonly brief?: readonly FigureTable[];
}
