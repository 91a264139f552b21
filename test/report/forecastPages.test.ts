/** The pages of forecast, back-test and what-if in a real browser. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import { makeFolder, runTacit } from '../cli/runTacit.ts';
import { borderText, drawBorder, FIRST } from '../forecast/borderTheatre.ts';

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing) process.stderr.write(`No browser at ${CHROMIUM}: the pages of forecasts are not looked at.\n`);

const DAYS = 547;
const { north, south } = drawBorder(4);
const rows = Array.from({ length: DAYS }, (_, t) => `${formatDay(FIRST + t)},${north![t]},${south![t]}`);
const at = makeFolder({
  'border.tacit': borderText(`whatif "no answers" from 2021-07-01 for 60 days
  without SouthAnswers
`).replace(/covers .*/, 'covers 2020-01-01 to 2021-06-30'),
  'counts.csv': `date,north,south\n${rows.join('\n')}\n`,
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(missing)('the pages about the future', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());

  it.each([
    ['forecast', ['--days', '20', '--paths', '100', '--no-check'], 4],
    ['backtest', ['--origins', '4', '--days', '7', '--paths', '100', '--threads', '1'], 5],
    ['whatif', ['--paths', '400'], 2],
  ] as const)(
    '%s: nothing for axe, nothing cut off, no script, every frame by keyboard',
    async (command, args, figures) => {
      const path = at(`${command}.html`);
      expect((await runTacit(command, at('border.tacit'), ...args, '--report', path)).code).toBe(0);
      expect(readFileSync(path, 'utf8')).not.toContain('<script');
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(pathToFileURL(path).href);
        expect(await page.locator('svg[role=img][aria-label]').count()).toBe(figures);
        expect(await page.locator('figure details table').count()).toBeGreaterThanOrEqual(figures);
        const summaries = page.locator('summary');
        await summaries.first().focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('details[open]').count()).toBe(1);
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach((details) => (details.open = true)),
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          'axe.run(document, { resultTypes: ["violations"] })',
        )) as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}`)).toEqual([]);
        await page.close();
      }
    },
  );
});
