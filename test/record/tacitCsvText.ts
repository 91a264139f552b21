/** Text of the Tacit CSV form for tests, from cells. */
export const COLUMNS = [
  ...[
    'id',
    'date_start',
    'date_end',
    'precision',
    'initiator',
    'target',
    'action',
    'place',
    'zone',
    'country',
  ],
  ...[
    'latitude',
    'longitude',
    'killed_min',
    'killed_max',
    'killed_side',
    'wounded',
    'attribution',
    'source_url',
    'note',
  ],
] as const;

export type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

const ORDINARY: Cells = {
  date_start: '2020-01-03',
  date_end: '2020-01-03',
  precision: 'day',
  initiator: 'US',
  target: 'KH',
  action: 'airstrike',
};

export function writeCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function writeRows(rows: readonly Cells[], lineEnd = '\n'): string {
  const lines = rows.map((row, index) =>
    COLUMNS.map((column) =>
      writeCell(({ id: `E${index + 1}`, ...ORDINARY, ...row } as Cells)[column] ?? ''),
    ).join(','),
  );
  return [COLUMNS.join(','), ...lines, ''].join(lineEnd);
}
