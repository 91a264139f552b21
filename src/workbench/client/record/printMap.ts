/** What a person confirmed in the form. */
export interface ConfirmedMap {
  readonly kept: readonly string[];
  readonly dates: string;
  readonly directed: boolean;
  readonly unknown: readonly string[];
  readonly columns: ReadonlyMap<string, string>;
  /** The act of every row, where no column holds one. */
  readonly fixedAct: string;
  readonly acts: ReadonlyMap<string, string>;
}

/** The confirmed map as TOML. */
export function printMap({ kept, dates, directed, unknown, columns, fixedAct, acts }: ConfirmedMap): string {
  const quote = (text: string) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  return [
    'confirmed = true',
    ...kept,
    ...(dates === '' ? [] : [`dates = ${quote(dates)}`]),
    `directed = ${directed}`,
    ...(unknown.length === 0 ? [] : [`unknown = [${unknown.map(quote).join(', ')}]`]),
    '',
    '[columns]',
    ...[...columns].map(([field, column]) => `${field} = ${quote(column)}`),
    ...(fixedAct === '' ? [] : ['', '[fixed]', `act = ${quote(fixedAct)}`]),
    '',
    '[acts]',
    ...[...acts].map(([code, actClass]) => `${quote(code)} = ${quote(actClass)}`),
    '',
  ].join('\n');
}
