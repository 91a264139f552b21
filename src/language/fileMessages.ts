/** The wording of messages about other files: `use`, packs, tables of periods. */
import { error, warning, type Message, type Proposal } from './semanticMessages.ts';

export function pathRefused(path: string, reason: string): Message {
  return error(
    'path-refused',
    `"${path}" cannot be read: ${reason}.`,
    'Put the file into the folder of the theatre, or below it, and write its name.',
  );
}

export function missingFile(path: string): Message {
  return error(
    'missing-file',
    `The file "${path}" was not found.`,
    'File names count from the folder of the theatre.',
  );
}

/** No mistake of the sentence: the file can be checked without the table, but not examined. */
export function missingTable(path: string): Message {
  return warning(
    'missing-table',
    `The table "${path}" of this period was not found, so its days are unknown.`,
    'File names count from the folder of the theatre. Claims about the period can only be examined with the table.',
  );
}

export function useCycle(path: readonly string[]): Message {
  return error(
    'use-cycle',
    `These files use each other in a circle: ${path.join(' → ')}.`,
    'Delete one `use` line.',
  );
}

export function unknownPack(pack: string, known: readonly string[], proposal: Proposal | null): Message {
  const list =
    known.length > 0 ? `Shipped are: ${known.join(', ')}.` : 'This version ships none: use a file instead.';
  return error(
    'unknown-pack',
    `No pack is called \`${pack}\`.`,
    proposal ? `Did you mean \`${proposal.name}\`?` : list,
  );
}

/** Only in a Document that does not come from the parser, such as a damaged twin. */
export function incompleteItem(): Message {
  return error('incomplete-item', 'A part of this declaration is missing, so it was left out.', null);
}

export function usedFileHasErrors(path: string): Message {
  return error(
    'used-file-has-errors',
    `"${path}" has mistakes of its own and is used in part.`,
    'Check that file first.',
  );
}

export function tableWithoutHeader(path: string, expected: string): Message {
  return error(
    'table-without-header',
    `The first line of "${path}" names no column of first days.`,
    `Begin the table with a line such as \`${expected}\`.`,
  );
}

export function tableRowUnreadable(path: string, line: number, found: string, why: string): Message {
  return error(
    'table-row-unreadable',
    `Line ${line} of "${path}" cannot be read: ${why} (found "${found}").`,
    'Dates are written year-month-day, for example `2024-03-11,2024-04-09`.',
  );
}

export function tableEmpty(path: string): Message {
  return warning('table-empty', `"${path}" holds no days, so the period is on no day.`, null);
}
