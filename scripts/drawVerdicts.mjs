// Draws docs/verdicts.png: the verdict table of a report as a browser shows it. `node scripts/drawVerdicts.mjs REPORT.html`.
import { join, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [report] = process.argv.slice(2);
const executablePath = findChromium();
if (!report || !executablePath) {
  console.error(report ? 'No Chromium found (set CHROMIUM to its path).' : 'Name a report to draw.');
  process.exit(2);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1100, height: 1000 }, deviceScaleFactor: 1 });
await page.goto(pathToFileURL(resolve(report)).href);
const table = await page.locator('section[aria-labelledby="verdicts"]').boundingBox();
if (!table) throw new Error(`${report} has no verdict table`);
const clip = { ...table, x: table.x - 16, width: table.width + 32, height: Math.min(table.height, 1000) };
await page.screenshot({ path: join(root, 'docs', 'verdicts.png'), clip, fullPage: true });
await browser.close();
