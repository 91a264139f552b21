/** Nothing typed is lost, nothing on disk is overwritten: the real page against a server that comes, goes and is killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { serveWorkbench } from '../../../src/workbench/index.ts';
import {
  editorText,
  findBarriersInBoth,
  goToEnd,
  hasBrowser,
  launchBrowser,
  openWorkbench,
  type TestBench,
} from './openWorkbench.ts';

const THEATRE = 'tacit 1\ntheatre "Saving"\n\nactor North\nactor South\n';
const PATIENCE = { timeout: 60_000 };

describe.skipIf(!hasBrowser)('saving in the workbench', { timeout: 180_000 }, () => {
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

  it('asks a slow server for one save at a time, with what was typed by then', async () => {
    const sent: string[] = [];
    let [open, most] = [0, 0];
    await page.route('**/api/file', async (route) => {
      open += 1;
      most = Math.max(most, open);
      sent.push((route.request().postDataJSON() as { text: string }).text);
      await new Promise((resolve) => setTimeout(resolve, 300));
      open -= 1;
      await route.continue();
    });
    await goToEnd(page);
    await page.keyboard.type('// word by word', { delay: 80 });
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toBe(`${THEATRE}// word by word`);
    expect(most).toBe(1);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.length).toBeLessThan('// word by word'.length / 2);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
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
    // Written before the next test writes its own.
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toContain('// first thought');
  });

  it('shows at once what another program wrote while nothing here was unsaved, and can undo that', async () => {
    bench.write('theatre.tacit', `${THEATRE}actor East\n`);
    await expect.poll(() => editorText(page), PATIENCE).toContain('actor East');
    expect(await standing()).toBe('changed elsewhere, shown here');
    await goToEnd(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editorText(page), PATIENCE).not.toContain('actor East');
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toBe(THEATRE);
  });

  it('overwrites neither text when both changed, and does what the person chooses', async () => {
    await stopSaving(page);
    await type('// mine\n');
    bench.write('theatre.tacit', `${THEATRE}// theirs\n`);
    await page.unrouteAll();
    const banner = page.getByRole('alert').filter({ hasText: 'was changed elsewhere' });
    await banner.waitFor(PATIENCE);
    expect(bench.read('theatre.tacit')).toBe(`${THEATRE}// theirs\n`);
    expect(await editorText(page)).toContain('// mine');
    await page.getByRole('button', { name: 'Show the other text' }).click();
    expect(await page.getByLabel('Text of theatre.tacit on disk').inputValue()).toContain('// theirs');
    expect(await findBarriersInBoth(page)).toEqual([]);
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
    await page.getByRole('button', { name: 'Take the other text' }).click();
    expect(await editorText(page)).toContain('// theirs');
    expect(await editorText(page)).not.toContain('// mine');
    await goToEnd(page);
    await page.keyboard.press('Control+z');
    expect(await editorText(page)).toContain('// mine');
    // Written before the next test writes its own.
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toContain('// mine');
  });

  it('two windows on one file show each other’s text and overwrite nothing', async () => {
    const other = await bench.open('#/verdicts', { beside: page });
    await other.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    await type('// one\n');
    await expect.poll(() => editorText(other), PATIENCE).toContain('// one');
    await goToEnd(other);
    await other.keyboard.type('// two\n');
    await expect.poll(() => editorText(page), PATIENCE).toContain('// one\n// two');
    expect(bench.read('theatre.tacit')).toBe(`${THEATRE}// one\n// two\n`);
    // Both type at once: the text that comes second is not written.
    await stopSaving(page);
    await type('// mine');
    await goToEnd(other);
    await other.keyboard.type('// theirs');
    await page.getByText(/Neither text has been overwritten/).waitFor(PATIENCE);
    await page.unrouteAll();
    expect(bench.read('theatre.tacit')).toBe(`${THEATRE}// one\n// two\n// theirs`);
    expect(await editorText(page)).toContain('// mine');
    // What one window keeps is neither dropped by the other, nor taken by a third while it lives.
    await other.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await other.reload();
    await other.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    expect(await editorText(other)).not.toContain('// mine');
    await page.getByRole('button', { name: 'Keep my text as the file' }).click();
    await expect.poll(() => editorText(other), PATIENCE).toContain('// mine');
    expect(await other.locator('.standing').textContent()).toBe('changed elsewhere, shown here');
    expect(await page.locator('.notices details').count()).toBe(0);
    await other.close();
  });

  it('a window that was closed with unsaved text hands it to the next one', async () => {
    await stopSaving(page);
    await type('// left behind');
    await expect.poll(standing, PATIENCE).toBe('not saved');
    const next = await bench.open('#/verdicts', { beside: page });
    await next.locator('.host:not([hidden]) .cm-content').waitFor(PATIENCE);
    expect(await editorText(next)).not.toContain('// left behind');
    await page.close();
    await next.reload();
    await expect.poll(() => bench.read('theatre.tacit'), PATIENCE).toBe(`${THEATRE}// left behind`);
    page = next;
  });

  it('tells of kept texts once, and not of those that the disk holds by now', async () => {
    mkdirSync(join(bench.folder, '.tacit', 'kept'), { recursive: true });
    const texts = ['// a', '// a', '// b', THEATRE];
    texts.forEach((text, index) =>
      bench.write(
        join('.tacit', 'kept', `${String(index).repeat(32)}.json`),
        JSON.stringify({ path: 'theatre.tacit', text, basedOn: String(index) }),
      ),
    );
    await page.reload();
    const notice = page.locator('.notices details');
    await notice.waitFor(PATIENCE);
    expect(await notice.count()).toBe(1);
    await notice.locator('summary').click();
    expect(await findBarriersInBoth(page)).toEqual([]);
    expect(await notice.locator('summary').textContent()).toContain('2 texts of theatre.tacit');
    await notice.getByRole('button', { name: 'Throw this text away 1 of 2' }).click();
    await expect
      .poll(() => notice.locator('summary').textContent(), PATIENCE)
      .toContain('A text of theatre.tacit');
    await notice.getByRole('button', { name: 'Throw this text away' }).click();
    await notice.waitFor({ state: 'detached' });
    await expect.poll(() => readdirSync(join(bench.folder, '.tacit', 'kept')), PATIENCE).toEqual([]);
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

describe.skipIf(!hasBrowser)('a server that is killed', { timeout: 180_000 }, () => {
  it('loses no keystroke: the text waits in the browser, over a reload, until a server is back', async () => {
    const browser = await launchBrowser();
    const bench = await openWorkbench(browser, { 'theatre.tacit': THEATRE });
    await bench.bench.close();
    const { port } = bench.bench;
    const server = await startServer(bench.folder, port);
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
    const serving = await serveWorkbench({ file: join(bench.folder, 'theatre.tacit'), port });
    if (!serving.ok) throw new Error(serving.message);
    await page.getByText(/open the address it printed/).waitFor(PATIENCE);
    const again = await context.newPage();
    await page.close();
    await again.goto(serving.value.address);
    await expect
      .poll(() => bench.read('theatre.tacit'), PATIENCE)
      .toBe(`${THEATRE}// typed before the end, and after it`);
    await browser.close();
    await serving.value.close();
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
