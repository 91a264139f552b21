/** Saves texts one after the other until it is killed; started by `killSaves.ts`, which reads what is left. */
import { openWorkspace } from '../../../src/workbench/server/workspace.ts';
import { hashBytes } from '../../../src/workbench/server/readWorkspaceFile.ts';

const [, , folder = '', size = '1000'] = process.argv;
const opening = await openWorkspace(folder, 'theatre.tacit');
if (!opening.ok) throw new Error(opening.message);
const workspace = opening.value;
const { files } = await workspace.read();
let basedOn = files[0]?.hash ?? null;
for (let number = 1; ; number++) {
  const text = `${number} ${'x'.repeat(Number(size))} ${number}\n`;
  const saving = await workspace.save({ path: 'theatre.tacit', text, basedOn });
  if (saving.kind !== 'saved') throw new Error(saving.kind);
  basedOn = hashBytes(text);
  // A page that knows only an older text: its own is kept beside the file.
  if (number % 3 === 0)
    await workspace.save({ path: 'theatre.tacit', text: `kept ${text}`, basedOn: 'older' });
  // What the page was told is saved, the disk must have.
  process.stdout.write(`${number}\n`);
}
