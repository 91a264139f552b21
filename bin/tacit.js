#!/usr/bin/env node
// Runs the TypeScript source as it lies: a clean clone needs no build step.
import { readFileSync } from 'node:fs';

const words = process.argv.slice(2);
if (words.length === 1 && ['--version', '-V'].includes(words[0])) {
  // Scripts ask this often, and it needs no loader.
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  const { loadProgram } = await import('./loadProgram.js');
  const { main } = await loadProgram();
  process.exitCode = await main(words);
}
