/** How fast the workbench's page is in a real Chromium: first page, a keystroke's messages, a changed claim's verdict. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveWorkbench } from '../src/workbench/index.ts';
import type { BenchRow } from './run.ts';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
const example = join(examples, 'tutorial');
const syria = join(examples, 'eastern-syria');
const CLAIMS = 200;
const REPEATS = 7;

/** A theatre of the size people write in a year. */
function longTheatre(): string {
  const names = Array.from({ length: 20 }, (_, index) => `Actor${index}`);
  const claims = Array.from({ length: CLAIMS }, (_, index) => {
    const [one, other] = [names[index % 20], names[(index * 7 + 3) % 20]];
    return `claim C${index} by Gazette at "paragraph ${index}"\n  when ${one} attacks ${other} then ${other} strikes ${one} within 14 days`;
  });
  return [
    'tacit 1\ntheatre "Two hundred claims"\n',
    ...names.map((name) => `actor ${name}`),
    '\nsource Gazette published 2024-01-10\n',
    ...claims,
    '',
  ].join('\n');
}

async function withPage<Result>(
  fill: (folder: string) => void,
  run: (opened: {
    readonly page: Page;
    readonly browser: Browser;
    /** With the key of the start. */
    readonly address: string;
  }) => Promise<Result>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-bench-'));
  fill(folder);
  const serving = await serveWorkbench({ file: join(folder, 'theatre.tacit'), port: null });
  if (!serving.ok) throw new Error(serving.message);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(serving.value.address);
    await page.locator('.host:not([hidden]) .cm-content').waitFor();
    return await run({ page, browser, address: serving.value.address });
  } finally {
    await browser.close();
    await serving.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * From the printed address until the text stands in an editor that takes keys, in a browser profile that never saw the
 * page.
 */
async function firstPage(): Promise<{ tacitMs: number; figures: string }> {
  return withPage(
    (folder) => cpSync(example, folder, { recursive: true }),
    async ({ browser, address }) => {
      const times: number[] = [];
      const transfers: number[] = [];
      for (let run = 0; run < REPEATS; run += 1) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        const page = await context.newPage();
        await page.goto(address, { waitUntil: 'commit' });
        await page.locator('.host:not([hidden]) .cm-content').waitFor();
        times.push(await page.evaluate(() => performance.now()));
        transfers.push(
          await page.evaluate(() =>
            performance
              .getEntriesByType('resource')
              .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
          ),
        );
        await context.close();
      }
      const slowest = Math.round(Math.max(...times));
      const figures = `${Math.round(median(transfers) / 1024)} kB of files; slowest of ${REPEATS}: ${slowest} ms`;
      return { tacitMs: median(times), figures };
    },
  );
}

/** From a keystroke that makes a name unknown until its message is drawn, in a file of 200 claims. */
async function keystroke(): Promise<{ tacitMs: number; figures: string }> {
  return withPage(
    (folder) => writeFileSync(join(folder, 'theatre.tacit'), longTheatre()),
    async ({ page }) => {
      await page.locator('.host:not([hidden]) .cm-content').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('claim Last by Gazette\n  Actor1 attacks Actor2 on 2024-01-0');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(2000);
      const times: number[] = [];
      for (let run = 0; run < REPEATS; run += 1) {
        await page.evaluate(`{${WATCH_MESSAGES}}`);
        await page.keyboard.press('3');
        await page.waitForFunction(() => typeof (globalThis as Watch).messageAfter === 'number');
        times.push(await page.evaluate(() => (globalThis as Watch).messageAfter ?? NaN));
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(600);
      }
      return {
        tacitMs: median(times),
        figures: `slowest of ${REPEATS}: ${Math.round(Math.max(...times))} ms`,
      };
    },
  );
}

interface Watch {
  messageAfter?: number;
  times?: { readonly own: number; readonly whole: number };
}

/** Runs in the page, as text: the time from the next keydown to the next change of the marks of messages. */
const WATCH_MESSAGES = `
  delete globalThis.messageAfter;
  const content = document.querySelector('.host:not([hidden]) .cm-content');
  const before = document.querySelectorAll('.cm-lintRange').length;
  addEventListener('keydown', () => {
    const from = performance.now();
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('.cm-lintRange').length === before) return;
      globalThis.messageAfter = performance.now() - from;
      observer.disconnect();
    });
    observer.observe(content, { subtree: true, childList: true, attributes: true });
  }, { once: true, capture: true });
`;

/** From the last keystroke in a claim until its new verdict is drawn: pause, save, examination, drawing. */
async function changedClaim(): Promise<{ tacitMs: number; figures: string }> {
  return withPage(
    (folder) => cpSync(example, folder, { recursive: true }),
    async ({ page }) => {
      await page.getByText('verdicts are up to date').waitFor({ timeout: 120_000 });
      const times: number[] = [];
      for (let run = 0; run < EDITS; run += 1) {
        const number = String(501 + run);
        await page.locator('.cm-line', { hasText: 'more than' }).locator('.tok-number').first().dblclick();
        times.push((await typeAndWatch(page, number, null, `more than ${number} `)).own);
      }
      return { tacitMs: median(times), figures: `slowest ${Math.round(Math.max(...times))} ms` };
    },
  );
}

const EDITS = 5;

/** The same on the large example, with the window of a rule: until its row is no longer marked. */
async function changedWindow(): Promise<{ tacitMs: number; figures: string }> {
  return withPage(
    (folder) => cpSync(syria, folder, { recursive: true, filter: (path) => !path.includes('/.tacit') }),
    async ({ page }) => {
      await page.getByText('verdicts are up to date').waitFor({ timeout: 300_000 });
      const all = [...readFileSync(join(syria, 'theatre.tacit'), 'utf8').matchAll(WINDOW_OF_CLAIM)];
      const times: { readonly own: number; readonly whole: number }[] = [];
      for (const { 1: name = '', 2: days = '' } of all) {
        const row = page
          .locator('table.rows tbody')
          .filter({ has: page.getByRole('link', { name, exact: true }) });
        await row.getByRole('button', { name: /^text/ }).click();
        const lines = await page.locator('.host:not([hidden]) .cm-line').allTextContents();
        const start = lines.findIndex((line) => line.startsWith(`claim ${name} `));
        const at = lines.findIndex((line, index) => index > start && line.includes(`within ${days} days`));
        if (start < 0 || at < 0) throw new Error(`the window of ${name} is not in sight`);
        await page
          .locator('.host:not([hidden]) .cm-line')
          .nth(at)
          .getByText(days, { exact: true })
          .last()
          .dblclick();
        const wider = String(Number(days) + 1);
        times.push(await typeAndWatch(page, wider, name, `within ${wider} days`));
      }
      const own = times.map((one) => one.own);
      const whole = times.map((one) => one.whole);
      const quick = own.filter((ms) => ms < 1000).length;
      const each = [...own]
        .sort((a, b) => a - b)
        .map(Math.round)
        .join(', ');
      return {
        tacitMs: median(own),
        figures: `${quick} of ${own.length} within a second; in order ${each} ms; all verdicts ${Math.round(median(whole))} ms, slowest ${Math.round(Math.max(...whole))} ms`,
      };
    },
  );
}

/**
 * Types, and gives the milliseconds from the last keystroke until the frame after the one in which the row of a claim (or
 * the whole table) says the words and no mark of an older text, and until all verdicts are up to date. The page takes
 * the times itself: whoever looks from outside sees a change up to half a second late.
 */
async function typeAndWatch(
  page: Page,
  text: string,
  claim: string | null,
  words: string,
): Promise<{ readonly own: number; readonly whole: number }> {
  await page.evaluate(`{
    delete globalThis.times;
    const claim = ${JSON.stringify(claim)}, words = ${JSON.stringify(words)};
    let from = NaN, own = NaN;
    addEventListener('keydown', () => (from = performance.now()), { capture: true, signal: (globalThis.watching = new AbortController()).signal });
    const find = () => claim === null
      ? document.querySelector('table.rows')
      : [...document.querySelectorAll('table.rows tbody')].find((body) => body.querySelector('a.name')?.textContent === claim);
    const look = () => requestAnimationFrame((frame) => {
      const row = find();
      const isFresh = row?.textContent.includes(words) && !row.querySelector('.stale-mark');
      if (!Number.isNaN(from) && Number.isNaN(own) && isFresh) {
        requestAnimationFrame(() => (own = performance.now() - from));
      }
      const isWhole = document.querySelector('.examination')?.textContent.includes('verdicts are up to date');
      if (!Number.isNaN(own) && isWhole && !document.querySelector('.stale-mark')) {
        globalThis.times = { own, whole: performance.now() - from };
        watching.abort();
      } else look();
    });
    look();
  }`);
  await page.keyboard.type(text);
  await page.waitForFunction(() => (globalThis as Watch).times ?? null, undefined, { timeout: 120_000 });
  return page.evaluate(() => (globalThis as Watch).times ?? { own: NaN, whole: NaN });
}

/** A claim and the number of days of the first window in it. */
const WINDOW_OF_CLAIM = /^claim (\S+)(?:(?!^claim )[^])*?within (\d+) days/gm;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

export const rows: readonly BenchRow[] = [
  { name: 'workbench: first page usable, tutorial, new browser profile (median of 7)', run: firstPage },
  { name: `workbench: a keystroke’s messages, ${CLAIMS} claims (median of 7)`, run: keystroke },
  { name: `workbench: a changed claim’s verdict, tutorial (median of ${EDITS})`, run: changedClaim },
  {
    name: `workbench: a changed window’s verdict, eastern Syria (median of every claim with a window)`,
    run: changedWindow,
  },
];
