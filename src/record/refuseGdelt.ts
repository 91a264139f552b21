import { isDigits } from './isDigits.ts';
import type { DelimitedRow } from './readDelimited.ts';
import type { RecordFault } from './recordFault.ts';

interface ExpectedEdition {
  readonly title: string;
  readonly widths: readonly number[];
}

const MENTIONS_WIDTH = 16;

/** Whether a first row is of GDELT's table of mentions: a number, two moments of fourteen digits, a kind from 1 to 6. */
export function isGdeltMentions(fields: readonly string[]): boolean {
  const [id = '', happened = '', mentioned = '', kind = ''] = fields;
  return (
    fields.length === MENTIONS_WIDTH &&
    isDigits(id) &&
    isDigits(happened, 14) &&
    isDigits(mentioned, 14) &&
    isDigits(kind, 1)
  );
}

/** Says why a file cannot be of this edition of GDELT, by its first row, or null where nothing speaks against it. */
export function refuseGdelt(
  { fields, line }: DelimitedRow,
  file: string,
  { title, widths }: ExpectedEdition,
): { readonly kind: 'fault'; readonly fault: RecordFault } | null {
  const refuse = (message: string, hint: string) => ({
    kind: 'fault' as const,
    fault: { file, line, message, hint },
  });
  if (isGdeltMentions(fields)) {
    return refuse(
      'These are mentions, not events: each row says that an article told of an event, not that one happened.',
      'Import the file of events of the same moment; its name ends in .export.CSV.',
    );
  }
  if (widths.includes(fields.length)) return null;
  const found = `The first row has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}; ${title} have ${widths.join(' or ')}, separated by tabs.`;
  if (fields.length === 61) return refuse(found, 'It may be GDELT 2.0: --format gdelt-2.');
  if (fields.length === 57 || fields.length === 58)
    return refuse(found, 'It may be GDELT 1.0: --format gdelt-1.');
  return refuse(
    found,
    'Files with a line of column names, or with chosen columns, are read through a mapping (--map).',
  );
}
