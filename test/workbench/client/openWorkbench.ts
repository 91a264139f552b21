/** The workbench of a folder made for a test, in a real browser. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveWorkbench, type Workbench } from '../../../src/workbench/index.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) process.stderr.write(`No browser at ${CHROMIUM}: the workbench's page is not tested.\n`);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

export interface TestBench {
  readonly folder: string;
  readonly bench: Workbench;
  /** A page that was let in, at the address behind `#`; the console's complaints are gathered. */
  readonly open: (hash?: string, options?: OpenOptions) => Promise<Page>;
  readonly complaints: string[];
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly close: () => Promise<void>;
}

interface OpenOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** A page of this context shares storage and cookies. */
  readonly beside?: Page;
}

/** Serves a folder with these files. */
export async function openWorkbench(
  browser: Browser,
  files: Readonly<Record<string, string>>,
): Promise<TestBench> {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-page-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const serving = await serveWorkbench({ file: join(folder, 'theatre.tacit'), port: await freePort() });
  if (!serving.ok) throw new Error(serving.message);
  const bench = serving.value;
  const complaints: string[] = [];
  return {
    folder,
    bench,
    complaints,
    async open(hash = '#/verdicts', { width = 1280, scheme = 'light', beside } = {}) {
      const context =
        beside?.context() ??
        (await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: scheme,
          reducedMotion: 'reduce',
        }));
      const page = await context.newPage();
      page.on('console', (message) =>
        complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`),
      );
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(bench.address);
      await page.goto(`http://127.0.0.1:${bench.port}/${hash}`);
      return page;
    },
    has: (name) => existsSync(join(folder, name)),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    close: async () => {
      await bench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The text of the editor that is shown. */
export async function editorText(page: Page): Promise<string> {
  return page
    .locator('.host:not([hidden]) .cm-content')
    .evaluate((content) =>
      [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
    );
}

/** Puts the cursor at the end of the editor's text. */
export async function goToEnd(page: Page): Promise<void> {
  await page.locator('.host:not([hidden]) .cm-content').focus();
  await page.keyboard.press('Control+End');
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe-core finds on a page, one line each. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const known: unknown = await page.evaluate('typeof axe');
  if (known === 'undefined') await page.evaluate(axeSource);
  const result = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], iframes: false })',
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** The same in light and dark. */
export async function findBarriersInBoth(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    found.push(...(await findBarriers(page)).map((one) => `${scheme}: ${one}`));
  }
  return found;
}

/** A port nobody listens on, so that tests may run beside each other and beside a workbench in use. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
