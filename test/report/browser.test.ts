/** The report in a real browser: what a person with a phone, a keyboard, a screen reader or a printer meets. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { loadMapGround, renderReport } from '../../src/report/index.ts';
import { PICTURED, strangeNames } from './picturesFixture.ts';

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

/** Fewer rows in every table: what a browser must show does not depend on how many rows repeat it. */
const SHORT: Examination = {
  ...PICTURED,
  records: PICTURED.records.map((record) => ({ ...record, byMonth: record.byMonth.slice(70) })),
  claims: PICTURED.claims.map((claim) => ({
    ...claim,
    events: claim.events.slice(0, 3),
    figures: claim.figures && {
      ...claim.figures,
      timeline: claim.figures.timeline && {
        ...claim.figures.timeline,
        streams: claim.figures.timeline.streams.map((stream) => ({
          ...stream,
          days: stream.days.slice(-20),
        })),
      },
      responseByLag: claim.figures.responseByLag && {
        ...claim.figures.responseByLag,
        lags: claim.figures.responseByLag.lags.filter(({ lag }) => lag % 4 === 0),
      },
    },
  })),
};

const missing = !existsSync(CHROMIUM);
if (missing) process.stderr.write(`No browser at ${CHROMIUM}: the report's browser tests are skipped.\n`);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

describe.skipIf(missing)('the report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tacit-report-'));
    writeFileSync(join(folder, 'report.html'), renderReport(SHORT, await loadMapGround(SHORT)));
    address = pathToFileURL(join(folder, 'report.html')).href;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openReport(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(address);
    return page;
  }

  async function openAllDetails(page: Page): Promise<void> {
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
  }

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('axe-core finds nothing: %s, %i px', async (scheme, width) => {
    const page = await openReport(width, scheme);
    await openAllDetails(page);
    await page.evaluate(axeSource);
    const result = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
    const found = result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    expect(found).toEqual([]);
    await page.close();
  });

  it.each([320, 360, 768, 1280])('never scrolls sideways at %i px, all details open', async (width) => {
    const page = await openReport(width);
    await openAllDetails(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it.each([360, 1280])('draws every label inside its picture, none over another, at %i px', async (width) => {
    const page = await openReport(width);
    expect(await page.evaluate(findLabelFaults)).toEqual([]);
    await page.close();
  });

  it('does so for names of sixty letters and of other scripts, ten actors, one event and none, on any paper', async () => {
    const strange = strangeNames();
    writeFileSync(join(folder, 'strange.html'), renderReport(strange, await loadMapGround(strange)));
    const page = await browser.newPage();
    await page.goto(address.replace('report.html', 'strange.html'));
    for (const width of [360, 695, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media });
        expect(await page.evaluate(findLabelFaults)).toEqual([]);
      }
      await page.emulateMedia({ media: 'screen' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.close();
  }, 60_000);

  it('keeps the order of words beside names that are written from right to left', async () => {
    const record = SHORT.records[0]!;
    const sources = [{ name: 'وكالة الأنباء (1)', events: 34 }, ...record.sources];
    const faults = ['Most name وكالة الأنباء (34), then الزرق (12), الحمر 7 in all.'];
    const mirrored = { ...SHORT, records: [{ ...record, faults, sources }], claims: [] };
    writeFileSync(join(folder, 'mirrored.html'), renderReport(mirrored));
    const page = await browser.newPage();
    await page.goto(address.replace('report.html', 'mirrored.html'));
    const words = ['Most name', 'وكالة', '(34)', 'then', 'الزرق', '(12)', 'الحمر', '7 in all'];
    expect(await page.evaluate(readOnScreen, ['.faults li', ...words])).toEqual(words);
    const label = ['وكالة', '(1)'];
    expect(await page.evaluate(readOnScreen, ['svg text', ...label])).toEqual(label);
    await page.close();
  });

  it('reaches every link, summary and scrolling frame by keyboard, with a visible outline', async () => {
    const page = await openReport(1280);
    const expected = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((e) => e.checkVisibility())
          .length,
    );
    const seen = new Set<number>();
    for (let step = 0; step < expected; step += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const style = getComputedStyle(element);
        const all = [...document.querySelectorAll('*')];
        return {
          place: all.indexOf(element),
          outline: style.outlineStyle,
          width: parseFloat(style.outlineWidth),
        };
      });
      expect(focus?.outline).toBe('solid');
      expect(focus?.width).toBeGreaterThanOrEqual(2);
      if (focus !== null) seen.add(focus.place);
    }
    expect(seen.size).toBe(expected);
    await page.close();
  });

  it('skips to the verdicts with the first key', async () => {
    const page = await openReport(1280);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the verdicts');
    await page.keyboard.press('Enter');
    // The browser goes there when it gets to it, which on a busy machine is not at once.
    await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('#verdicts');
    await page.close();
  });

  it('prints on A4 with nothing cut off at the side', async () => {
    const page = await openReport(1280);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await page.setViewportSize({ width: 695, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695);
    await page.close();
  });

  it('goes along the marks of a picture by arrow keys, where a page has a script', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
    await page.setContent(`<!doctype html><html lang="en"><title>One picture</title><main></main>`);
    await page.addScriptTag({ content: await bundlePicture() });
    const cursor = page.getByRole('slider', { name: /Marks of Made/ });
    await cursor.focus();
    await page.keyboard.press('ArrowRight');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^day −24: /);
    await page.keyboard.press('End');
    expect(await cursor.getAttribute('aria-valuenow')).toBe(await cursor.getAttribute('aria-valuemax'));
    await page.keyboard.press('ArrowRight');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^day 28: /);
    expect(await cursor.locator('p').isVisible()).toBe(true);
    await page.evaluate(axeSource);
    const rules = { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } };
    const result = (await page.evaluate(`axe.run('figure', ${JSON.stringify(rules)})`)) as AxeResult;
    expect(result.violations.map(({ id }) => id)).toEqual([]);
    await page.close();
  });

  it('asks nothing of any network', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(address);
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** A page with one picture and its cursor, as the workbench shows it. */
async function bundlePicture(): Promise<string> {
  const response = SHORT.claims[0]?.figures?.responseByLag;
  const { outputFiles } = await build({
    stdin: {
      resolveDir: 'src/report',
      loader: 'tsx',
      contents: `
        import { h, render } from 'preact';
        import { FigureExtrasContext } from './figureTools.ts';
        import { LagFigure } from './lagFigure.tsx';
        import { MarkCursor } from './markCursor.tsx';
        import { STYLE } from './style.ts';
        document.head.append(Object.assign(document.createElement('style'), { textContent: STYLE }));
        const picture = h(LagFigure, { name: 'Made', source: 'Source: made up', response: ${JSON.stringify(response)} });
        const extras = { Tools: null, Cursor: MarkCursor };
        render(h(FigureExtrasContext.Provider, { value: extras }, picture), document.querySelector('main'));`,
    },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs inside the page: these words of the first element that holds them, from left to right as they are drawn. */
function readOnScreen([selector = '', ...words]: readonly string[]): readonly string[] {
  const holder = [...document.querySelectorAll(selector)].find((one) =>
    words.every((word) => one.textContent.includes(word)),
  );
  if (holder === undefined) throw new Error(`nothing holds ${words.join(' ')}`);
  const place = (word: string): number => {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      return range.getBoundingClientRect().left;
    }
    throw new Error(`${word} is cut`);
  };
  return [...words].sort((a, b) => place(a) - place(b));
}

/** Runs inside the page: labels that leave their picture, and labels of one picture that overlap. */
function findLabelFaults(): string[] {
  const faults: string[] = [];
  for (const picture of document.querySelectorAll('svg[role=img]')) {
    const frame = picture.getBoundingClientRect();
    const labels = [...picture.querySelectorAll('text')].map((label) => ({
      words: label.textContent ?? '',
      box: label.getBoundingClientRect(),
    }));
    const name = picture.getAttribute('aria-label')?.slice(0, 50) ?? '';
    labels.forEach(({ words, box }, index) => {
      if (box.width === 0) return;
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) {
        faults.push(`${name}: "${words}" leaves the picture`);
      }
      for (const other of labels.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 3) faults.push(`${name}: "${words}" over "${other.words}"`);
      }
    });
  }
  return faults;
}
