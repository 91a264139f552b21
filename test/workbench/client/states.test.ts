/** What axe-core finds on the states of the page between its sheets, and what a person sees in them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MADE_DRAFT } from './madeDraft.ts';
import {
  editorText,
  findBarriersInBoth,
  goToEnd,
  hasBrowser,
  launchBrowser,
  openWorkbench,
} from './openWorkbench.ts';
import { EVENTS, THEATRE } from './smallTheatre.ts';

const PATIENCE = { timeout: 60_000 };

describe.skipIf(!hasBrowser)('states of the page', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('axe-core finds nothing on the search, the list of places, what is not saved, and a draft of what is known', async () => {
    const bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE, 'events.csv': EVENTS });
    const page = await bench.open();
    await page.locator('table.rows').waitFor(PATIENCE);
    await goToEnd(page);
    await page.keyboard.press('Control+f');
    await page.locator('.cm-search').waitFor(PATIENCE);
    await page.keyboard.type('North');
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const name = page.locator('.cm-line', { hasText: 'North attacks South fall from' }).getByText('South');
    await name.click();
    await page.keyboard.press('Shift+F12');
    await page.locator('.cm-lsp-reference-panel').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.route('**/api/draft?*', (route) =>
      route.fulfill({
        json: {
          ...MADE_DRAFT,
          suggestions: MADE_DRAFT.suggestions.map((one, index) => ({
            ...one,
            ...(index === 0 ? { already: 'Answered' } : { same: ['Falls'] }),
          })),
        },
      }),
    );
    await page.getByRole('tab', { name: 'Draft' }).click();
    await page.getByLabel('or paste its text').fill('an article');
    await page.getByRole('button', { name: 'Draft claims from the text' }).click();
    const [first, second] = [page.locator('.suggestion').first(), page.locator('.suggestion').nth(1)];
    await expect.poll(() => first.textContent(), PATIENCE).toContain('Already in the text as Answered.');
    expect(await second.textContent()).toContain('the same as Falls.');
    expect(await findBarriersInBoth(page)).toEqual([]);
    await first.focus();
    await page.keyboard.press('a');
    expect(await editorText(page)).not.toContain('claim D1Answered');
    await first.getByRole('button', { name: 'Answered', exact: true }).click();
    expect(await page.locator('.cm-activeLine').first().textContent()).toMatch(/^claim Answered by/);
    expect(bench.complaints).toEqual([]);
    await page.route('**/api/file', (route) => route.abort());
    await goToEnd(page);
    await page.keyboard.type('// a note');
    await page.getByText(/^Not saved since/).waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.context().close();
    await bench.close();
  });

  it('axe-core finds nothing on a theatre that is empty, has only errors, or is examined for the first time', async () => {
    const bench = await openWorkbench(browser, { 'theatre.tacit': 'tacit 1\ntheatre "Empty"\n' });
    const page = await bench.open();
    await page.getByText('This theatre makes no claim yet.').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Claim' }).click();
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.context().close();
    await bench.close();
    const wrong = await openWorkbench(browser, { 'theatre.tacit': 'theatre\nclaim\nactor actor\n' });
    const errors = await wrong.open();
    await errors.locator('#messages').waitFor(PATIENCE);
    expect(await findBarriersInBoth(errors)).toEqual([]);
    const running = { kind: 'running', hash: 'x', done: 0, total: null, shown: 0 };
    await errors.route('**/api/workspace', async (route) => {
      const found = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...found, examination: running } });
    });
    // The news of the server would tell how it really stands.
    await errors.route('**/api/events', () => undefined);
    await errors.reload();
    await errors.getByText('The claims are being judged.').waitFor(PATIENCE);
    expect(await findBarriersInBoth(errors)).toEqual([]);
    await errors.context().close();
    expect([...bench.complaints, ...wrong.complaints]).toEqual([]);
    await wrong.close();
  });

  it('axe-core finds nothing where gaps and duplicates are to be decided, and a decision goes into the text', async () => {
    const rows = EVENTS.trimEnd().split('\n');
    const twice = (rows[30] ?? '').replace(/^e\d+/, 'again');
    const far = 'late,2023-06-01,2023-06-01,day,North,South,rocket,Bridge,0,x';
    const bench = await openWorkbench(browser, {
      'theatre.tacit': THEATRE.replace('to 2020-12-31', 'to 2023-12-31'),
      'events.csv': [...rows, twice, far, ''].join('\n'),
    });
    const page = await bench.open('#/record');
    await page.locator('.record figure').first().waitFor(PATIENCE);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const lines = page.locator('.to-declare code');
    await lines.first().waitFor(PATIENCE);
    expect(await lines.allTextContents()).toContain('duplicate "again" of "e29"');
    expect(await findBarriersInBoth(page)).toEqual([]);
    expect(bench.complaints).toEqual([]);
    await page.context().close();
    await bench.close();
  });

  it('judges all claims but those still open, says what is missing, and keeps names of other scripts in their order', async () => {
    const mirrored = THEATRE.replace('actor South\n', 'actor South\nactor الشمال "قوات الشمال"\n').concat(
      'claim Asks by Courier\n  when الشمال attacks South then South strikes الشمال within ? days\n',
    );
    const bench = await openWorkbench(browser, { 'theatre.tacit': mirrored, 'events.csv': EVENTS });
    const page = await bench.open();
    await page.locator('#open').waitFor(PATIENCE);
    expect(await page.locator('table.rows a.name').allTextContents()).toEqual(
      expect.arrayContaining(['Answered', 'Falls', 'Many', 'Wish']),
    );
    const open = page.locator('section', { has: page.locator('#open') }).last();
    expect(await open.textContent()).toContain('Not said yet: within how many days.');
    expect(await open.locator('bdi', { hasText: 'الشمال' }).count()).toBe(2);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await open.getByRole('button', { name: /^Asks/ }).click();
    expect(await page.locator('.cm-activeLine').first().textContent()).toBe('claim Asks by Courier');
    await goToEnd(page);
    for (const key of ['ArrowUp', 'End', ...Array<string>(6).fill('Backspace')])
      await page.keyboard.press(key);
    await page.keyboard.type('7 days');
    await page.locator('a.name', { hasText: 'Asks' }).waitFor(PATIENCE);
    expect(await page.locator('#open').count()).toBe(0);
    expect(bench.complaints).toEqual([]);
    await page.context().close();
    await bench.close();
  });

  it('shows a changed claim first while all others are judged, and says that they wait', async () => {
    const bench = await openWorkbench(browser, { 'theatre.tacit': LONG(1), 'events.csv': LONG_EVENTS });
    const page = await bench.open();
    const standing = page.getByRole('group', { name: 'Examination' });
    // A second page, opened while the first examination runs, asks for nothing that is not there.
    const other = await bench.open();
    // The verdicts follow the standing by the time they take to arrive.
    const marks = () => page.locator('.stale-mark').count();
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('up to date');
    await expect.poll(marks, PATIENCE).toBe(0);
    await page.evaluate(watchRows);
    bench.write('theatre.tacit', LONG(2));
    await expect.poll(() => standing.textContent(), PATIENCE).toMatch(/\d of \d+ claims/);
    await expect.poll(() => standing.textContent(), PATIENCE).toContain('up to date');
    const seen = await page.evaluate(() => (globalThis as { seen?: readonly Seen[] }).seen ?? []);
    const early = seen.filter(({ count, waiting }) => count.includes('2020-03-31') && waiting > 0);
    expect(early.length, JSON.stringify(seen)).toBeGreaterThan(0);
    expect(early.some(({ isCountWaiting }) => !isCountWaiting)).toBe(true);
    await expect.poll(marks, PATIENCE).toBe(0);
    expect(bench.complaints).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
    await bench.close();
  });
});

interface Seen {
  readonly count: string;
  readonly isCountWaiting: boolean;
  readonly waiting: number;
}

/** Runs inside the page: notes at every change of it how the counted claim and the others stand. */
function watchRows(): void {
  const seen: Seen[] = [];
  (globalThis as { seen?: Seen[] }).seen = seen;
  new MutationObserver(() => {
    const head = [...document.querySelectorAll('table.rows th[scope=rowgroup]')].find(
      (one) => one.querySelector('a.name')?.textContent === 'Counted',
    );
    seen.push({
      count: head?.textContent ?? '',
      isCountWaiting: head?.querySelector('.stale-mark') !== null,
      waiting: [...document.querySelectorAll('.stale-mark')].filter((one) =>
        one.textContent.includes('being judged'),
      ).length,
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Two versions of a theatre of which every claim is judged anew; one is read off, the others take a while. */
function LONG(version: 1 | 2): string {
  const rules = Array.from(
    { length: 7 },
    (_, index) =>
      `claim Rule${index} by Gazette\n  when North attacks South then South strikes North within ${2 * index + version} days\n`,
  );
  return [
    'tacit 1\ntheatre "Long"\n\nrecord "events.csv"\n  covers 2004-01-01 to 2020-12-31\n\nactor North\nactor South\n\nsource Gazette published 2021-01-10\n\n',
    `claim Counted by Gazette\n  at least 3 North attacks on South from 2020-01-01 to 2020-0${version + 1}-${version === 1 ? '29' : '31'}\n`,
    ...rules,
  ].join('');
}

const LONG_EVENTS = [
  'id,date_start,date_end,precision,initiator,target,action,place,killed_min,note',
  ...Array.from({ length: 1200 }, (_, index) => {
    const day = new Date(Date.UTC(2004, 0, 2 + index * 5 + (index % 3))).toISOString().slice(0, 10);
    const sides = index % 2 === 0 ? 'North,South,rocket' : 'South,North,airstrike';
    return `e${index},${day},${day},day,${sides},Bridge,0,x`;
  }),
  '',
].join('\n');
