/** The words and names with which a record line says how its file is read. */
/** In which order the record's file writes day, month and year where it writes them as numbers. */
export type DateOrderWord = 'dmy' | 'mdy' | 'ymd';

/** Who acts on whom in the record: as its format tells, as its columns say, one side alone has the means, either. */
export type DirectionPolicy = 'as told' | 'recorded' | 'by means' | 'either way';

/** Whether rows proposed as one incident count apart, or once. */
export type DuplicatePolicy = 'apart' | 'once';

/** Two rows that a person decided about; without a file the other one stands in the same record. */
export interface DecidedRows {
  readonly id: string;
  readonly other: string;
  readonly file: string | null;
}
