/** From an empty folder to a report without reading more than the page, with a table that no format knows and an ACLED export. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorText, findBarriersInBoth, hasBrowser, launchBrowser, openWorkbench } from './openWorkbench.ts';

const PATIENCE = { timeout: 60_000 };

/** Two sides that act on each other in turn, in a table of somebody's own. */
const OWN_TABLE = [
  'when,attacker,victim,town,kind,dead',
  ...Array.from({ length: 80 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index * 4)).toISOString().slice(0, 10);
    return index % 2 === 0 ? `${day},Red,Green,Mill,raid,1` : `${day},Green,Red,Mill,airstrike,0`;
  }),
  'not a day,Red,Green,Mill,raid,1',
  '',
].join('\n');

const ACLED_HEADER =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const ACLED = [
  ACLED_HEADER,
  ...Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index * 6)).toISOString().slice(0, 10);
    const sides =
      index % 2 === 0
        ? ['Forces of Redland', 'Forces of Greenland']
        : ['Forces of Greenland', 'Forces of Redland'];
    return `RED${index},${day},2020,1,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,${sides[0]},,1,${sides[1]},,1,11,,760,Middle East,Redland,Mill,,,Mill Town,35.1,40.2,1,Post,National,note,0,,1700000000`;
  }),
  '',
].join('\n');

describe.skipIf(!hasBrowser)('a new user', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('comes from a table of their own to a report', async () => {
    const bench = await openWorkbench(browser, {});
    const page = await bench.open('#/verdicts');
    await page.locator('.start').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    await page.getByLabel('Title of the theatre').fill('Red and "Green"');
    await page.getByRole('button', { name: 'Start from a record' }).click();
    await drop(page, 'own.csv', OWN_TABLE);
    await page.locator('.map-form').waitFor(PATIENCE);
    expect(await findBarriersInBoth(page)).toEqual([]);
    const send = page.getByRole('button', { name: 'Read the table like this' });
    expect(await send.isDisabled()).toBe(true);
    await page.getByLabel('What when holds').selectOption('date');
    await page.getByLabel('What kind holds').selectOption('act');
    await page.getByLabel('Yes: the first acted').check();
    await page.getByLabel('Class of raid').selectOption('armed attack');
    await page.getByLabel('Class of airstrike').selectOption('airstrike');
    await send.click();
    await expect.poll(() => page.locator('.dropped').textContent(), PATIENCE).toContain('81 rows, 80 read');
    await page
      .getByText(/not a day/)
      .first()
      .waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Insert into the theatre' }).click();
    await page.getByRole('button', { name: 'Declare Red' }).first().click();
    await page.getByRole('button', { name: 'Declare Green' }).first().click();
    expect(await editorText(page)).toMatch(/^tacit 1\ntheatre "Red and ""Green"""\n\nrecord "own.csv"\n/);
    expect(await editorText(page)).toContain('\nactor Red');
    await page.getByRole('button', { name: 'New claim', exact: true }).click();
    const form = page.locator('.builder');
    await form.getByLabel('said by').fill('The Post');
    await form.getByLabel('who acts first').fill('Red');
    await form.getByLabel('does what').first().fill('attack');
    await form.getByLabel('to whom').first().fill('Green');
    await form.getByLabel('who answers').fill('Green');
    await form.getByLabel('does what').nth(1).fill('strike');
    await form.getByLabel('to whom').nth(1).fill('Red');
    await form.getByLabel('how soon').fill('within 7 days');
    await form.getByRole('button', { name: 'Insert into the text' }).click();
    await page.getByRole('tab', { name: 'Verdicts' }).click();
    await page.locator('a.name', { hasText: 'Claim1' }).waitFor(PATIENCE);
    await page.getByRole('tab', { name: 'Report' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download HTML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('report.html');
    expect(bench.read('theatre.tacit')).toBe(await editorText(page));
    expect(bench.complaints).toEqual([]);
    await page.context().close();
    await bench.close();
  });

  it('brings an ACLED export in, and learns that it does not tell who acted on whom', async () => {
    const bench = await openWorkbench(browser, { 'theatre.tacit': 'tacit 1\ntheatre "Redland"\n' });
    const page = await bench.open('#/record');
    await page.locator('.drop-zone').waitFor(PATIENCE);
    await drop(page, 'acled.csv', ACLED);
    await expect.poll(() => page.locator('.dropped').textContent(), PATIENCE).toContain('60 rows, 60 read');
    // Each of these buttons vanishes when it is pressed; the keys stay where it stood.
    await page.getByRole('button', { name: 'Insert into the theatre' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Who acted on whom?').waitFor(PATIENCE);
    await expect.poll(() => page.evaluate(focusIsInSheet), PATIENCE).toBe(true);
    await page.getByRole('button', { name: 'Insert direction by means' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(focusIsInSheet), PATIENCE).toBe(true);
    expect(await editorText(page)).toMatch(/record "acled.csv"\n(?: {2}.*\n)* {2}direction by means\n/);
    await page.getByRole('button', { name: 'Declare Forces of Redland' }).first().focus();
    await page.keyboard.press('Enter');
    expect(await editorText(page)).toContain('actor ForcesOfRedland "Forces of Redland"');
    // Names as the record writes them, one of them not declared yet; Escape loses nothing.
    await page.keyboard.press('Alt+n');
    const form = page.locator('.builder');
    await form.getByLabel('said by').fill('The Post');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+n');
    expect(await form.getByLabel('said by').inputValue()).toBe('The Post');
    await form.getByLabel('who acts first').fill('Forces of Redland');
    await form.getByLabel('does what').first().fill('shell');
    await form.getByLabel('to whom').first().fill('Forces of Greenland');
    await form.getByLabel('who answers').fill('Forces of Greenland');
    await form.getByLabel('does what').nth(1).fill('shell');
    await form.getByLabel('to whom').nth(1).fill('Forces of Redland');
    await form.getByLabel('how soon').fill('within 7 days');
    // Nearly the name of the other side; the record tells that it is another.
    await expect
      .poll(() => form.locator('[role=status]').textContent(), PATIENCE)
      .toContain('Declared along with it: actor ForcesOfGreenland "Forces of Greenland".');
    await form.getByLabel('how soon').focus();
    await page.keyboard.press('Enter');
    expect(await editorText(page)).toContain('when ForcesOfRedland shells ForcesOfGreenland then');
    expect(await editorText(page)).toContain('actor ForcesOfGreenland "Forces of Greenland"');
    await drop(page, 'nearly.csv', ACLED.replace('event_date', 'some_date'));
    await page.getByText('These are nearly the columns of ACLED: event_date is missing.').waitFor(PATIENCE);
    await page.context().close();
    await bench.close();
  });
});

function focusIsInSheet(): boolean {
  return Boolean(document.activeElement?.closest('#sheet'));
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('.drop-zone input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}
