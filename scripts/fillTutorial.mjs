// Runs the commands that stand in a page's `console` blocks (lines that begin with `$ `) from the project's root and
// puts what they print under them, so that no output in the documents is invented.
// `node scripts/fillTutorial.mjs [docs/tutorial.md]`; with `--check` nothing is written and differences are named.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const pages = process.argv.slice(2).filter((argument) => argument !== '--check');

for (const page of pages.length > 0 ? pages : ['docs/tutorial.md']) {
  const path = join(root, page);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(
    /```console\n([\s\S]*?)```/g,
    (_, block) => `\`\`\`console\n${fill(block)}\`\`\``,
  );
  if (check && before !== after) {
    console.error(`${page} shows output that the commands no longer print; run scripts/fillTutorial.mjs`);
    process.exitCode = 1;
  } else if (before !== after) writeFileSync(path, after);
}

function fill(block) {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  return commands.map((line) => `${line}\n${run(line.slice(2))}`).join('');
}

function run(command) {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100' };
  const { stdout, stderr } = spawnSync(command, { shell: true, cwd: root, encoding: 'utf8', env });
  const printed = `${stdout}${stderr}`.trimEnd();
  return printed === '' ? '' : `${printed}\n`;
}
