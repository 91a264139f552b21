/** What a command may do to the outside besides reading files: write two streams and know what they are. */
export interface Shell {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Colour on standard output, colour on standard error. */
  readonly colour: boolean;
  readonly colourError: boolean;
  /** True where standard error is a terminal that can rewrite its last line. */
  readonly interactive: boolean;
  /** Columns of standard output; 100 where it is no terminal. */
  readonly width: number;
}

/** 0 it ran, 1 the theatre has errors, 2 wrong usage or unreadable files, 70 a fault of the program itself. */
export type ExitCode = 0 | 1 | 2 | 70;

/** A value, or one sentence for the person who typed the command; the command then ends with exit code 2. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };
