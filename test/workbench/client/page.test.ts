/** The workbench's page in a real browser, with the real server: what a person with a keyboard or a screen reader meets. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  editorText,
  findBarriersInBoth,
  goToEnd,
  hasBrowser,
  launchBrowser,
  openWorkbench,
  type TestBench,
} from './openWorkbench.ts';
import { MADE_DRAFT } from './madeDraft.ts';
import { EVENTS, THEATRE } from './smallTheatre.ts';

/** Every sheet, and what is there once it is drawn. */
const SIGNS = {
  verdicts: 'table.rows',
  'claim/Answered': '.claim-sheet figure',
  record: '.record figure',
  forward: '#sheet h2',
  draft: '.article-form',
  report: 'iframe',
} as const;
type SheetName = keyof typeof SIGNS;
const SHEETS = Object.keys(SIGNS) as SheetName[];
const PATIENCE = { timeout: 60_000 };

describe.skipIf(!hasBrowser)('the page of the workbench', { timeout: 180_000 }, () => {
  let browser: Browser;
  let bench: TestBench;

  beforeAll(async () => {
    browser = await launchBrowser();
    bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE, 'events.csv': EVENTS });
    const page = await bench.open();
    await page.locator('table.rows').waitFor(PATIENCE);
    await page.context().close();
  }, 90_000);

  afterAll(async () => {
    await bench.close();
    await browser.close();
  });

  /** A sheet, drawn to its end. */
  async function openSheet(sheet: SheetName, options: Parameters<TestBench['open']>[1] = {}): Promise<Page> {
    const page = await bench.open(`#/${sheet}`, options);
    await page.locator(SIGNS[sheet]).first().waitFor(PATIENCE);
    return page;
  }

  it('axe-core finds nothing on any sheet, light and dark, and nothing of names and notes becomes markup', async () => {
    const page = await openSheet('verdicts');
    for (const sheet of SHEETS) {
      await page.goto(`http://127.0.0.1:${bench.bench.port}/#/${sheet}`);
      await page.locator(SIGNS[sheet]).first().waitFor(PATIENCE);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      expect({ sheet, found: await findBarriersInBoth(page) }).toEqual({ sheet, found: [] });
      expect(await page.evaluate(() => (globalThis as { hit?: number }).hit ?? null)).toBeNull();
      expect(await page.locator('#workbench script, #workbench img').count()).toBe(0);
    }
    await page.context().close();
  });

  it('axe-core finds nothing on the form for new claims and the list of keys', async () => {
    const page = await openSheet('verdicts');
    await page.keyboard.press('Alt+n');
    await page.locator('.builder').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.builder') !== null)).toBe(true);
    await page.getByLabel('does what').first().fill('clash');
    expect(await page.locator('.builder [role=status]').textContent()).toMatch(
      /^No event of the record is counted by “clash”. It holds .*\bstrike \(30\)/,
    );
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.locator('dialog[open]').waitFor();
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.context().close();
  });

  it('shows everything on narrow screens without scrolling sideways', async () => {
    const page = await openSheet('verdicts', { width: 320 });
    for (const sheet of SHEETS) {
      await page.goto(`http://127.0.0.1:${bench.bench.port}/#/${sheet}`);
      await page.locator(SIGNS[sheet]).first().waitFor(PATIENCE);
      for (const width of [320, 800]) {
        await page.setViewportSize({ width, height: 900 });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ sheet, width, fits: needed <= width }).toEqual({ sheet, width, fits: true });
      }
    }
    await page.context().close();
  });

  it('goes from verdict to claim, text, events and back by keyboard alone', async () => {
    const page = await openSheet('verdicts');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to verdicts and record',
    );
    await page.keyboard.press('Enter');
    await tabTo(page, 'a.name');
    const first = await focusedText(page);
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await focusedText(page)).toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('.claim-sheet').waitFor();
    expect(page.url()).toContain(`#/claim/${first}`);
    await page.keyboard.press('Alt+t');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    expect(await page.locator('.cm-activeLine').first().textContent()).toContain(`claim ${first} by`);
    await page.keyboard.press('Alt+v');
    await page.keyboard.press('Alt+1');
    await page.locator('table.rows').waitFor();
    await page.goBack();
    await page.locator('.claim-sheet').waitFor();
    await page.context().close();
  });

  it('narrows the verdicts by source, finding, part and words, and keeps that in the address', async () => {
    const page = await openSheet('verdicts');
    const names = () => page.locator('table.rows a.name').allTextContents();
    expect([...(await names())].sort()).toEqual(['Answered', 'Falls', 'Many', 'Wish']);
    await page.getByLabel('Source').selectOption('Courier');
    expect([...(await names())].sort()).toEqual(['Falls', 'Many']);
    await page.getByLabel('Search').fill('nothing of the kind');
    await page.getByText('No claim matches all of this.').waitFor();
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.getByLabel('Search').fill('at least');
    expect(await names()).toEqual(['Many']);
    await page.reload();
    await page.locator('table.rows').waitFor(PATIENCE);
    expect(await names()).toEqual(['Many']);
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Source').selectOption('');
    await page.locator('.filters select').nth(2).selectOption('intent');
    expect(await names()).toEqual(['Wish']);
    await page.context().close();
  });

  it('shows the chain of reasons and lets every picture be taken away', async () => {
    const page = await openSheet('claim/Answered');
    await page.getByRole('button', { name: 'Show the chain' }).click();
    await expect.poll(() => page.locator('.why pre').textContent(), PATIENCE).toContain('Answered');
    expect(await findBarriersInBoth(page)).toEqual([]);
    const figure = page.locator('figure').first();
    for (const [kind, beginning] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
      ['CSV', ''],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: new RegExp(`^${kind}`) }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
      const bytes = await readAll(await download.createReadStream());
      expect(bytes.subarray(0, beginning.length).toString('latin1')).toBe(beginning);
      expect(bytes.length).toBeGreaterThan(40);
      if (kind === 'SVG') expect(bytes.toString()).not.toMatch(/var\(--|class=/);
    }
    await page.context().close();
  });

  it('writes a claim by form and judges it', async () => {
    const page = await openSheet('verdicts');
    await page.keyboard.press('Alt+n');
    const form = page.locator('.builder');
    await form.getByLabel('Kind of sentence').selectOption({ label: 'So many happened between two days' });
    await form.getByLabel('said by').fill('The Weekly Post');
    await form.getByLabel('name of the claim').fill('Made');
    expect(await form.getByRole('button', { name: 'Insert into the text' }).isDisabled()).toBe(true);
    await form.getByLabel('compared with the number').selectOption('at least');
    await form.getByLabel('how many').fill('2');
    await form.getByLabel('who acts').fill('South');
    await form.getByLabel('does what').fill('strike');
    await form.getByLabel('from which day').fill('2020-01-01');
    await form.getByLabel('to which day').fill('2020-06-30');
    await form.getByRole('button', { name: 'Insert into the text' }).click();
    expect(await editorText(page)).toMatch(/source TheWeeklyPost "The Weekly Post"/);
    expect(await editorText(page)).toMatch(
      /claim Made by TheWeeklyPost\n {2}at least 2 South strikes from 2020-01-01/,
    );
    await page.locator('a.name', { hasText: 'Made' }).waitFor(PATIENCE);
    expect(bench.read('theatre.tacit')).toContain('claim Made by TheWeeklyPost');
    await page.context().close();
  });

  it('completes, finds mistakes as they are typed, explains, renames and finds declarations', async () => {
    const page = await openSheet('verdicts');
    await goToEnd(page);
    await page.keyboard.type('claim Typed by Gaz');
    const list = page.locator('.cm-tooltip-autocomplete li');
    await list.filter({ hasText: 'Gazette' }).first().waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    // A list that has only just appeared takes no Enter: it may have been meant for the text.
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await expect.poll(() => editorText(page), PATIENCE).toContain('claim Typed by Gazette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  North strikes Suoth on 2020-01-02');
    await page.locator('.cm-lintRange-error').first().waitFor(PATIENCE);
    await expect.poll(() => page.locator('.counts-of-messages').textContent(), PATIENCE).toContain('error');
    await page.keyboard.press('Escape');
    for (let left = 'Suoth on 2020-01-02'.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('South on 2020-01-02');
    await page.keyboard.press('Escape');
    await page
      .locator('.cm-lintRange-error')
      .first()
      .waitFor({ state: 'detached', ...PATIENCE });
    const name = page.locator('.cm-line', { hasText: 'North strikes South on' }).getByText('South');
    await name.hover();
    await page.locator('.cm-tooltip-hover').getByText(/actor/).first().waitFor(PATIENCE);
    await name.click();
    await page.keyboard.press('F12');
    await expect
      .poll(() => page.locator('.cm-activeLine').first().textContent(), PATIENCE)
      .toBe('actor South');
    await page.keyboard.press('F2');
    const field = page.locator('.cm-lsp-rename-panel input, .cm-panel input').first();
    await field.waitFor(PATIENCE);
    await field.fill('Southland');
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => editorText(page), PATIENCE).toContain('North strikes Southland on 2020-01-02');
    expect(await editorText(page)).toContain('when North attacks Southland then Southland strikes North');
    await page.context().close();
  });

  it('drafts from an article by keys alone, and nothing enters the text unasked', async () => {
    const page = await openSheet('draft');
    await page.route('**/api/draft?*', (route) => route.fulfill({ json: MADE_DRAFT }));
    await page.getByLabel('or paste its text').fill('an article');
    await page.getByRole('button', { name: 'Draft claims from the text' }).click();
    await page.locator('.suggestion').first().waitFor(PATIENCE);
    expect(await page.locator('.article mark').allTextContents()).toEqual(
      MADE_DRAFT.suggestions.map(({ quotation }) => quotation),
    );
    expect(await findBarriersInBoth(page)).toEqual([]);
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit ?? null)).toBeNull();
    expect(bench.read('theatre.tacit')).not.toContain('D1Answered');
    await page.locator('.suggestion').first().focus();
    await page.keyboard.press('k');
    expect(await page.locator('.suggestion').first().textContent()).toContain('rise from 2020-12-01');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    expect(await page.locator('.suggestion.discarded').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(pressWithinOneFrame, ['ArrowDown', 'ArrowUp'])).toBe('0');
    await page.keyboard.press('a');
    await expect
      .poll(() => bench.read('theatre.tacit'), PATIENCE)
      .toContain('claim D1Answered by Gazette at "paragraph 1"');
    expect(bench.read('theatre.tacit')).not.toContain('D2Truce');
    expect(bench.read('theatre.tacit').match(/^source Gazette/gm)).toHaveLength(1);
    await page.context().close();
  });

  it('asked nothing that its policy forbids, and the console stayed silent', () => {
    expect(bench.complaints).toEqual([]);
  });
});

/** Presses keys faster than the page is painted; the place of the suggestion that is then under the keys. */
async function pressWithinOneFrame(keys: readonly string[]): Promise<string> {
  const cards = [...document.querySelectorAll('.suggestion')];
  for (const key of keys) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  }
  return cards.findIndex((card) => card.matches('[aria-current]')).toString();
}

async function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Presses Tab until the focus lies on such an element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`no ${selector} within 40 steps of Tab`);
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
