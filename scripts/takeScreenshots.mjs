// Draws docs/pictures/workbench-*.png: every view of the workbench, on copies of the examples. `node scripts/takeScreenshots.mjs`.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pictures = join(root, 'docs', 'pictures');
const executablePath = findChromium();
if (!executablePath) {
  console.error('No Chromium found (set CHROMIUM to its path).');
  process.exit(2);
}
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const PATIENCE = { timeout: 300_000 };

const ARTICLE = `A made-up article about a made-up month

US strikes on Kata'ib Hizballah in Albu Kamal have been answered with rocket attacks by Kata'ib Hizballah on US forces within two weeks, The Border Post reports.

A tentative truce between the United States and Kata'ib Hizballah has held since 4 February 2024. Israel strikes Iran in Damascus only with US consent, an analyst added.`;

/** Serves a folder, lets a page in, and gives it to `look`. */
async function withBench(fill, look, colorScheme = 'light') {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-pictures-'));
  fill(folder);
  const program = join(root, 'bin', 'tacit.js');
  const server = spawn(process.execPath, [program, 'serve', '.', '--port', '4899'], { cwd: folder });
  try {
    let address = null;
    for await (const line of createInterface({ input: server.stdout })) {
      address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0] ?? null;
      if (address !== null) break;
    }
    if (address === null) throw new Error('the server printed no address');
    const context = await browser.newContext({
      viewport: { width: 1200, height: 750 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(address);
    await look(page);
    await context.close();
  } finally {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function shoot(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(pictures, `workbench-${name}.png`) });
  console.log(`workbench-${name}.png`);
}

/** Verdicts are shown as they come: waits for the last. */
async function judged(page) {
  await page.locator('table.rows').waitFor(PATIENCE);
  await page.getByText('verdicts are up to date').waitFor(PATIENCE);
}

async function goTo(page, sheet, sign) {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.locator(sign).first().waitFor(PATIENCE);
}

const example = (name) => (folder) => cpSync(join(root, 'examples', name), folder, { recursive: true });

await withBench(
  () => {},
  async (page) => {
    await page.locator('.start').waitFor(PATIENCE);
    await shoot(page, 'start');
    await page.getByRole('button', { name: 'Start from an article' }).click();
    await page.getByLabel('or paste its text').fill(ARTICLE);
    await page.getByLabel(/Published on/).fill('2024-03-01');
    await page.getByRole('button', { name: 'Draft claims from the text' }).click();
    await page.locator('.suggestion').first().waitFor(PATIENCE);
    await page.locator('.side-by-side').scrollIntoViewIfNeeded();
    await shoot(page, 'draft');
  },
);

await withBench(example('tutorial'), async (page) => {
  await judged(page);
  await shoot(page, 'verdicts');
  await page.locator('a.name').first().click();
  await page.locator('.claim-sheet figure').first().waitFor(PATIENCE);
  await shoot(page, 'claim');
  await page.locator('.claim-sheet figure').first().scrollIntoViewIfNeeded();
  await page
    .locator('.claim-sheet figure')
    .first()
    .evaluate((figure) => figure.scrollIntoView());
  await shoot(page, 'figures');
  await goTo(page, 'Record', '.record table');
  await shoot(page, 'record');
  await goTo(page, 'Forward', '#sheet form');
  await page.getByRole('button', { name: 'Forecast', exact: true }).click();
  await page.locator('iframe').waitFor(PATIENCE);
  await page.waitForTimeout(1500);
  await shoot(page, 'forward');
  await goTo(page, 'Report', 'iframe');
  await page.waitForTimeout(1500);
  await shoot(page, 'report');
  await goTo(page, 'Verdicts', 'table.rows');
  await page.getByRole('button', { name: 'New claim' }).click();
  await page.locator('.builder').waitFor(PATIENCE);
  await shoot(page, 'new-claim');
});

await withBench(
  example('tutorial'),
  async (page) => {
    await judged(page);
    await shoot(page, 'verdicts-dark');
  },
  'dark',
);

await browser.close();
