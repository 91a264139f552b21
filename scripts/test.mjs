// `npm test`: types, lint, format, then every test. `--long` runs the long tests instead; other arguments are file
// filters, and then only those tests run. The last line is always `N passed, N failed[, N skipped]`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './findChromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const long = process.argv.includes('--long');
const filters = process.argv.slice(2).filter((argument) => argument !== '--long');
const MINUTES = 60_000;
const started = Date.now();

const checks = [
  [
    'types',
    [
      tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'),
      tool('typescript/bin/tsc', '-p', 'tsconfig.pure.json', '--noEmit'),
    ],
  ],
  ['lint', [tool('eslint/bin/eslint.js', '.')]],
  ['format', [tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')]],
];

const count = { passed: 0, failed: 0, skipped: 0 };
try {
  await main();
} catch (error) {
  console.error(error);
  count.failed += 1;
}
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed > 0 ? 1 : 0;

async function main() {
  const missing = findMissing();
  if (filters.length > 0 || long) console.log('types, lint and format: not part of this run');
  else {
    const [types, ...others] = checks;
    // Two cores: the slow check beside the two quick ones.
    await Promise.all([
      runCheck(types),
      others.reduce((before, one) => before.then(() => runCheck(one)), Promise.resolve()),
    ]);
  }
  await runTests();
  // What a missing browser or data set switches off is skipped test by test; it never goes uncounted.
  count.skipped = Math.max(count.skipped, missing);
}

function findMissing() {
  const chromium = findChromium({ install: !long && filters.length === 0, say });
  if (chromium) process.env['CHROMIUM'] = chromium;
  else say('No Chromium found (set CHROMIUM to its path): tests in a browser are skipped.');
  const data = existsSync(join(root, '..', 'shared', 'data'));
  if (!data) say('../shared is not there: tests against its data and golden numbers are skipped.');
  return (chromium ? 0 : 1) + (data ? 0 : 1);
}

async function runCheck([name, commands]) {
  const from = Date.now();
  const results = [];
  for (const command of commands) results.push(await run(command, { limit: 5 * MINUTES }));
  const failed = results.some(({ code }) => code !== 0);
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds(from)})`);
  if (failed) console.log(results.map(({ output }) => output).join(''));
  count[failed ? 'failed' : 'passed'] += 1;
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const env = { ...process.env, ...(long ? { TACIT_LONG: '1' } : {}) };
  const command = tool('vitest/vitest.mjs', 'run', ...reporters, ...filters);
  const { code } = await run(command, { env, show: true, limit: (long ? 600 : 15) * MINUTES });
  if (existsSync(report)) countTests(JSON.parse(readFileSync(report, 'utf8')), code);
  else fail('The test runner ended without a report.');
  rmSync(folder, { recursive: true, force: true });
  console.log(`all in ${seconds(started)}`);
}

function countTests({ testResults }, code) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status)).length;
  const failed = withStatus('failed');
  count.passed += withStatus('passed');
  count.failed += failed;
  count.skipped += withStatus('skipped', 'pending', 'todo', 'disabled');
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  for (const { name } of broken) fail(`${relative(root, name)} could not be run.`);
  if (tests.length === 0) fail('No test ran.');
  else if (code !== 0 && failed === 0 && broken.length === 0)
    fail('The test runner reported an error outside the tests.');
}

function fail(message) {
  say(message);
  count.failed += 1;
}

function say(message) {
  console.log(`! ${message}`);
}

function tool(path, ...args) {
  return [process.execPath, join(modules, path), ...args];
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

/** Runs one command; its output is shown at once (`show`) or kept for the case that it fails. */
function run([file, ...args], { env = process.env, show = false, limit }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    const timer = setTimeout(() => {
      output += `stopped after ${limit / MINUTES} minutes\n`;
      child.kill('SIGKILL');
    }, limit);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}
