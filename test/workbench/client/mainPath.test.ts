/** The whole main path of the workbench by keyboard alone, what-ifs, dropped files, and axe-core on what appears on the way. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  editorText,
  findBarriersInBoth,
  hasBrowser,
  launchBrowser,
  openWorkbench,
  type TestBench,
} from './openWorkbench.ts';
import { MADE_DRAFT } from './madeDraft.ts';
import { EVENTS, THEATRE } from './smallTheatre.ts';

const PATIENCE = { timeout: 120_000 };
const ARTICLE =
  'US strikes on Kataib Hizballah in Albu Kamal have been answered with rocket attacks by Kataib Hizballah on US forces within two weeks, the Post reports.';

describe.skipIf(!hasBrowser)('the main path', { timeout: 240_000 }, () => {
  let browser: Browser;
  let bench: TestBench;

  beforeAll(async () => {
    browser = await launchBrowser();
    bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE, 'events.csv': EVENTS });
  }, 60_000);
  afterAll(async () => {
    await bench.close();
    await browser.close();
  });

  it('goes from a claim to its verdict, reasons, text, record, an article, a forecast and the report by keys alone', async () => {
    const page = await bench.open();
    await page.locator('table.rows').waitFor(PATIENCE);
    // A pointer that touches the page would make this another test.
    await page.evaluate(() =>
      addEventListener('pointerdown', () => ((globalThis as { touched?: boolean }).touched = true)),
    );
    const keys = page.keyboard;
    await keys.press('Alt+0');
    await keys.press('Control+End');
    await keys.type('\nclaim ByKeys by Gazette\n');
    await keys.type('  when South strikes North then North attacks South within 7 days');
    await keys.press('Escape');
    await page.locator('a.name', { hasText: 'ByKeys' }).waitFor(PATIENCE);
    await keys.press('Alt+v');
    await page.locator('.claim-sheet', { hasText: 'ByKeys' }).waitFor(PATIENCE);
    await tabTo(page, 'Show the chain');
    await keys.press('Enter');
    await expect.poll(() => page.locator('.why pre').textContent(), PATIENCE).toContain('ByKeys');
    await keys.press('Alt+t');
    expect(await page.locator('.cm-activeLine').first().textContent()).toBe('claim ByKeys by Gazette');
    await keys.press('Alt+3');
    await page.locator('.record figure').first().waitFor(PATIENCE);
    await keys.press('Alt+5');
    await tabTo(page, 'input');
    await keys.type('01102021');
    expect(await page.getByLabel(/Published on/).inputValue()).toBe('2021-01-10');
    await tabTo(page, 'textarea');
    await keys.type(ARTICLE);
    await tabTo(page, 'Draft claims from the text');
    await keys.press('Enter');
    await page.locator('.suggestion').first().waitFor(PATIENCE);
    await tabTo(page, '.suggestion');
    await keys.press('a');
    await expect
      .poll(() => bench.read('theatre.tacit'), PATIENCE)
      .toContain('when US strikes KataibHezbollah');
    await keys.press('Alt+4');
    await tabTo(page, 'Forecast');
    await keys.press('Enter');
    await page.locator('section[aria-label=Forecast] iframe').waitFor(PATIENCE);
    await keys.press('Alt+6');
    await page.locator('iframe[title="Preview of the report"]').waitFor(PATIENCE);
    await tabTo(page, 'Download HTML');
    const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), keys.press('Enter')]);
    expect(download.suggestedFilename()).toBe('report.html');
    expect(await page.evaluate(() => (globalThis as { touched?: boolean }).touched ?? false)).toBe(false);
    await page.context().close();
  });

  it('writes what-ifs by form, answers them, and refuses in the words of the page', async () => {
    bench.write('theatre.tacit', THEATRE);
    const page = await bench.open('#/forward');
    await page.getByText('The text asks no what-if yet').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    const insert = page.getByRole('button', { name: 'Insert into the text' });
    expect(await insert.isDisabled()).toBe(true);
    await page.getByLabel('What if').selectOption('share');
    await page.getByLabel('who acts').fill('North');
    await page.getByLabel('does what').fill('attack');
    await page.getByLabel('to whom').fill('South');
    await page.getByLabel('percent that is left').fill('50');
    expect(await page.getByLabel('from', { exact: true }).inputValue()).toBe('2021-01-01');
    await insert.click();
    expect(await editorText(page)).toMatch(
      /\n\nwhatif "50 percent of North attack on South" from 2021-01-01 for 90 days\n {2}50 percent of North attack on South\n$/,
    );
    await page.getByRole('button', { name: 'Answer the what-ifs of the text' }).click();
    const answer = page.locator('section[aria-label="What-ifs"]');
    await answer.locator('iframe').waitFor(PATIENCE);
    await expect
      .poll(() => answer.frameLocator('iframe').locator('body').textContent(), PATIENCE)
      .toContain('What if 50 percent of North attack on South?');
    expect(await findBarriersInBoth(page)).toEqual([]);
    bench.write('theatre.tacit', THEATRE.replace('by Courier', 'by Nobody'));
    await page.getByText('changed elsewhere, shown here').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Forecast', exact: true }).click();
    const refused = page.locator('section[aria-label=Forecast] .notice');
    await refused.waitFor(PATIENCE);
    expect(await refused.textContent()).toBe(
      'The text has errors, so nothing was run. The messages stand in the text and under “Verdicts”; mend them first.',
    );
    await page.context().close();
  });

  it('declares what a message misses at a key, and takes notes away with Escape', async () => {
    bench.write('theatre.tacit', THEATRE.replace('claim Falls by Courier', 'claim Falls by Nobody'));
    const page = await bench.open();
    await page.locator('.cm-lintRange-error').first().waitFor(PATIENCE);
    await page.locator('#messages').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.keyboard.press('Alt+0');
    await page.keyboard.press('F8');
    const note = page.locator('.cm-tooltip-hover');
    await note.waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    await page.locator('.cm-lintRange-error').first().hover();
    await note.locator('.cm-fix').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    // The focus is elsewhere and the pointer stays on the word.
    await page.locator('.sheet').focus();
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+0');
    await page.keyboard.press('Control+.');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), PATIENCE)
      .toBe('Declare source Nobody');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => editorText(page), PATIENCE)
      .toContain('source Courier published 2021-01-12\nsource Nobody\n');
    await page
      .locator('.cm-lintRange-error')
      .first()
      .waitFor({ state: 'detached', ...PATIENCE });
    await page.context().close();
  });

  it('keeps the header in reach when a narrow, scrolled page becomes wide', async () => {
    const page = await bench.open('#/verdicts', { width: 700 });
    await page.locator('table.rows').waitFor(PATIENCE);
    await page.evaluate(() => scrollTo(0, 5000));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBe(0);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.context().close();
  });

  it('takes files dropped anywhere: a table with its rows set aside and its map, a picture in words, never into the text', async () => {
    const page = await bench.open('#/verdicts');
    await page.locator('table.rows').waitFor(PATIENCE);
    const before = await editorText(page);
    await drop(page, '.host:not([hidden]) .cm-content', 'own.csv', OWN_TABLE);
    await page.locator('.map-form').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.getByLabel('What when holds').selectOption('date');
    await page.getByLabel('What kind holds').selectOption('act');
    await page.getByLabel('Yes: the first acted').check();
    await page.getByLabel('Class of raid').selectOption('armed attack');
    await page.getByRole('button', { name: 'Read the table like this' }).click();
    const dropped = page.locator('.dropped', { hasText: 'own.csv' });
    await expect.poll(() => dropped.textContent(), PATIENCE).toContain('3 rows, 2 read');
    expect(await dropped.locator('tbody').textContent()).toMatch(/4.*when.*not a day/);
    await page.getByRole('button', { name: 'Declare East' }).waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await drop(page, '.drop-zone', 'picture.png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR');
    const refused = page.locator('.dropped', { hasText: 'picture.png' }).getByRole('alert');
    await refused.waitFor(PATIENCE);
    expect(await refused.textContent()).toMatch(
      /^This is a picture \(PNG\), not a table.*read under “Draft”/,
    );
    expect(bench.has('picture.png')).toBe(false);
    await page.route('**/api/draft?name=page.html', (route) => route.fulfill({ json: MADE_DRAFT }));
    await drop(page, '.bar', 'page.html', `<!doctype html><p>${ARTICLE}</p>`);
    await page.locator('.suggestion').first().waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    expect(await editorText(page)).toBe(before);
    await page.context().close();
  });

  it('asked nothing that its policy forbids, and the console told of the refused forecast alone', () => {
    expect(bench.complaints).toEqual([expect.stringMatching(/status of 422 .*\/api\/forecast\.html/)]);
  });
});

const OWN_TABLE =
  'when,attacker,victim,kind\n2020-01-01,East,West,raid\n2020-02-01,West,East,raid\nnot a day,East,West,raid\n';

/** Drops a file as the browser does, with a DataTransfer. Letters are bytes. */
async function drop(page: Page, selector: string, name: string, bytes: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, letters]) => {
      const held = new DataTransfer();
      const content = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      held.items.add(new File([content], file));
      return held;
    },
    [name, bytes] as const,
  );
  for (const type of ['dragover', 'drop'])
    await page.dispatchEvent(selector, type, { dataTransfer: transfer });
}

/** Presses Tab until the focus lies on an element of this text, or that such a selector names. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate((words) => {
      const at = document.activeElement;
      return /^[.a-z]+$/.test(words) ? at?.matches(words) === true : at?.textContent.trim() === words;
    }, wanted);
    if (isThere) return;
  }
  throw new Error(`no ${wanted} within 60 steps of Tab`);
}
