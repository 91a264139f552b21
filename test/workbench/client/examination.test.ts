/** The standing of the examination at the top of the page, whatever overtakes what on the way. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goToEnd, hasBrowser, launchBrowser, openWorkbench, type TestBench } from './openWorkbench.ts';

const PATIENCE = { timeout: 60_000 };

describe.skipIf(!hasBrowser)('the examination as the page tells it', { timeout: 180_000 }, () => {
  let browser: Browser;
  let bench: TestBench;
  beforeAll(async () => {
    browser = await launchBrowser();
    bench = await openWorkbench(browser, { 'theatre.tacit': 'tacit 1\ntheatre "Short"\n' });
  }, 60_000);
  afterAll(async () => {
    await bench.close();
    await browser.close();
  });

  it('goes on by itself after a record was read', async () => {
    const page = await bench.open('#/record');
    const standing = page.getByRole('group', { name: 'Examination' });
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('up to date');
    const asked = page.waitForRequest('**/api/examine', PATIENCE);
    await page
      .locator('.drop-zone input[type=file]')
      .setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) });
    await asked;
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('up to date');
    await page.context().close();
  });

  it('does not run for ever where its end overtakes the answer that says it has begun', async () => {
    const page = await bench.open();
    const standing = page.getByRole('group', { name: 'Examination' });
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('up to date');
    await page.getByText('This theatre makes no claim yet.').waitFor(PATIENCE);
    let held = 0;
    await page.route('**/api/examine', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.fulfill({ response });
      held += 1;
    });
    await goToEnd(page);
    await page.keyboard.type('\nclaim C by Nobody\n  Red strikes Blue on 2020-01-01\n');
    await expect.poll(() => held, PATIENCE).toBeGreaterThan(0);
    await page.waitForTimeout(300);
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('the text has errors');
    // The last examination knew no claim; the text has one by now.
    await page.getByText('The text holds a claim. It is judged as soon as the errors are mended.').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});

const ROWS = `id,date,actor,act,target,place\n1,2020-01-01,Red,strike,Blue,Mill\n2,2020-02-01,Blue,strike,Red,Mill\n`;
