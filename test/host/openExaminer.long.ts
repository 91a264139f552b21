/** The shipped example examined again and again, byte for byte as the command line examines it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openExaminer } from '../../src/host/openExaminer.ts';
import { runTacit } from '../cli/runTacit.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-examiner-'));
cpSync('examples/eastern-syria', folder, { recursive: true, filter: (path) => !path.includes('/.tacit') });
const file = join(folder, 'theatre.tacit');
const text = readFileSync(file, 'utf8');
const examiner = openExaminer(
  {
    write: () => undefined,
    writeError: () => undefined,
    colour: false,
    colourError: false,
    interactive: false,
    width: 100,
  },
  4,
);
afterAll(async () => {
  await examiner.close();
  rmSync(folder, { recursive: true, force: true });
});

const windows = [...text.matchAll(/within (\d+) days/g)];
const changes: readonly (readonly [string, string])[] = [
  ['at first', text],
  ...windows.map(({ 0: words, 1: days, index }) => {
    const wider = `within ${Number(days) + 2} days`;
    return [`${words} at ${index}`, text.slice(0, index) + wider + text.slice(index + words.length)] as const;
  }),
  ['a claim left out', text.replace(/^claim [^]*?(?=^claim )/m, '')],
  ['a declared gap left out', text.replace(/^ {2}missing 2020-09-01.*\n/m, '')],
];

it.each(changes)('%s', async (_, changed) => {
  writeFileSync(file, changed);
  const answer = await examiner.examine(file, 1, {
    onLoaded: () => undefined,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'examined') throw new Error(JSON.stringify(answer));
  await examiner.release();
  const { out } = await runTacit('examine', file, '--json');
  expect(`${JSON.stringify(answer.examination, null, 2)}\n`).toBe(out);
});
