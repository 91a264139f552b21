import type { Encoding, RecordFault } from '../record/index.ts';
import { chooseEncoding } from './chooseEncoding.ts';
import { listInputs } from './listInputs.ts';
import { readTextPieces } from './readTextPieces.ts';
import type { InputLimits } from './recordInput.ts';

export type TableStart =
  | {
      readonly kind: 'start';
      readonly text: string;
      /** False where the file goes on behind the text. */
      readonly whole: boolean;
      /** What a map has to say; a file in UTF-16 says so itself, whatever the map says. */
      readonly encoding: Encoding;
    }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const ENOUGH_CHARACTERS = 512 * 1024;

/** The first rows of a table, for looking at its columns; its encoding is that of the whole file. */
export async function readTableStart(path: string, limits: InputLimits): Promise<TableStart> {
  const { inputs, faults } = await listInputs(path, path, limits);
  const [fault] = faults;
  if (fault) return { kind: 'fault', fault };
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    const message = `There are ${inputs.length} tables behind this name.`;
    return { kind: 'fault', fault: { file: path, line: null, message, hint: 'Name one table.' } };
  }
  const choice = await chooseEncoding(input, ['utf-8', 'windows-1252'], limits);
  if (choice.kind === 'fault') return choice;
  let text = '';
  let whole = false;
  for await (const piece of readTextPieces(input, choice.encoding, limits)) {
    if (piece.kind === 'fault') return piece;
    if (piece.kind === 'end') {
      whole = true;
      break;
    }
    text += piece.text;
    if (text.length >= ENOUGH_CHARACTERS) break;
  }
  return {
    kind: 'start',
    text,
    whole,
    encoding: choice.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8',
  };
}
