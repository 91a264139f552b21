/** Nothing typed is lost, nothing on disk is overwritten: the real page against a server that comes, goes and is killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import {
  editorText,
  goToEnd,
  hasBrowser,
  launchBrowser,
  openWorkbench,
  type TestBench,
} from './openWorkbench.ts';

const THEATRE = 'tacit 1\ntheatre "Saving"\n\nactor North\nactor South\n';
const PATIENCE = { timeout: 20_000 };

describe.skipIf(!hasBrowser)('saving in the workbench', () => {
  let browser: Browser;
  let bench: TestBench;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE });
  }, 60_000);
  afterAll(async () => {
    await bench.close();
    await browser.close();
  });

  // Every page has a browser storage of its own, so what one test kept is not found by the next.
  beforeEach(async () => {
    bench.write('theatre.tacit', THEATRE);
    page = await bench.open();
    await page.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
  }, 60_000);
  afterEach(() => page.context().close());

  async function type(text: string): Promise<void> {
    await goToEnd(page);
    await page.keyboard.type(text);
  }

  const standing = () => page.locator('.standing').textContent();

  it('saves soon after the last keystroke', async () => {
    await type('// first thought');
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toBe(`${THEATRE}// first thought`);
    await expect.poll(standing, PATIENCE).toBe('saved');
  });

  it('keeps what it sends before it is sent, so that a page that ends meanwhile knows its own text', async () => {
    const kept: (string | undefined)[] = [];
    await page.route('**/api/file', async (route) => {
      const shelf = await page.evaluate(() =>
        Object.entries(localStorage).find(([key]) => key.includes('/text/')),
      );
      kept.push(shelf?.[1]);
      await route.continue();
    });
    await type('// sent');
    await expect.poll(standing, PATIENCE).toBe('saved');
    expect(kept.length).toBeGreaterThan(0);
    const { sent } = JSON.parse(kept.at(-1) ?? '{}') as { readonly sent?: string };
    expect(sent).toBe(bench.read('theatre.tacit'));
  });

  it('undoes across a reload', async () => {
    await type('// first thought');
    await expect.poll(standing, PATIENCE).toBe('saved');
    await page.reload();
    await page.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    expect(await editorText(page)).toContain('// first thought');
    await goToEnd(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editorText(page), PATIENCE).not.toContain('// first thought');
    await page.keyboard.press('Control+y');
    await expect.poll(() => editorText(page), PATIENCE).toContain('// first thought');
  });

  it('shows at once what another program wrote while nothing here was unsaved, and can undo that', async () => {
    bench.write('theatre.tacit', `${THEATRE}actor East\n`);
    await expect.poll(() => editorText(page), PATIENCE).toContain('actor East');
    expect(await standing()).toBe('changed on disk, shown here');
    await goToEnd(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editorText(page), PATIENCE).not.toContain('actor East');
  });

  it('overwrites neither text when both changed, and does what the person chooses', async () => {
    await stopSaving(page);
    await type('// mine\n');
    bench.write('theatre.tacit', `${THEATRE}// theirs\n`);
    await page.unrouteAll();
    const banner = page.getByRole('alert').filter({ hasText: 'was changed on disk' });
    await banner.waitFor(PATIENCE);
    expect(bench.read('theatre.tacit')).toBe(`${THEATRE}// theirs\n`);
    expect(await editorText(page)).toContain('// mine');
    await page.getByRole('button', { name: 'Open both' }).click();
    expect(await page.getByLabel('Text of theatre.tacit on disk').inputValue()).toContain('// theirs');
    await page.getByRole('button', { name: 'Keep my text as the file' }).click();
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toContain('// mine');
    expect(bench.read('theatre.tacit')).not.toContain('// theirs');
    await banner.waitFor({ state: 'detached' });
  });

  it('takes the text of the disk when that is chosen, and undo brings the other back', async () => {
    await stopSaving(page);
    await type('// mine\n');
    bench.write('theatre.tacit', `${THEATRE}// theirs\n`);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Take the text of the disk' }).click();
    expect(await editorText(page)).toContain('// theirs');
    expect(await editorText(page)).not.toContain('// mine');
    await goToEnd(page);
    await page.keyboard.press('Control+z');
    expect(await editorText(page)).toContain('// mine');
  });

  it('keeps the line ends of a file from Windows', async () => {
    bench.write('theatre.tacit', THEATRE.replaceAll('\n', '\r\n'));
    await expect.poll(standing, PATIENCE).not.toBe('saving …');
    await page.reload();
    await page.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    await type('// more');
    const expected = `${THEATRE.replaceAll('\n', '\r\n')}// more`;
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toBe(expected);
  });
});

describe.skipIf(!hasBrowser)('a server that is killed', () => {
  it('loses no keystroke: the text waits in the browser, over a reload, until a server is back', async () => {
    const browser = await launchBrowser();
    const bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE });
    await bench.bench.close();
    const { port } = bench.bench;
    let server = await startServer(bench.folder, port);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    await goToEnd(page);
    await page.keyboard.type('// typed before the end');
    server.child.kill('SIGKILL');
    await page.keyboard.type(', and after it');
    await page.getByText(/Not saved since/).waitFor(PATIENCE);
    expect(await editorText(page)).toContain('// typed before the end, and after it');
    server = await startServer(bench.folder, port);
    await page.getByText(/open the address it printed/).waitFor(PATIENCE);
    const again = await context.newPage();
    await page.close();
    await again.goto(server.address);
    await expect
      .poll(() => bench.read('theatre.tacit'), PATIENCE)
      .toBe(`${THEATRE}// typed before the end, and after it`);
    server.child.kill('SIGKILL');
    await browser.close();
    await bench.close();
  });
});

/** Lets no save through until `unrouteAll`. */
async function stopSaving(page: Page): Promise<void> {
  await page.route('**/api/file', (route) => route.abort());
}

async function startServer(folder: string, port: number): Promise<{ child: ChildProcess; address: string }> {
  const program = new URL('../../../bin/tacit.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, 'serve', 'theatre.tacit', '--port', String(port)], {
    cwd: folder,
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the server printed no address');
}
