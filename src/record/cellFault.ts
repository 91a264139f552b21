/** Why a row is set aside: the cell at fault. Thrown nowhere, handed back by every reader of cells. */
export class CellFault {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {}
}

const LONGEST_SHOWN = 40;

/** A cell as it is shown in a reason: long ones end in an ellipsis. */
export function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
