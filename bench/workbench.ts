/** Editing the example in the workbench: from the changed text on the disk to the verdict, by phase. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExaminer, type Examiner } from '../src/host/index.ts';
import { serveWorkbench } from '../src/workbench/index.ts';
import type { BenchRow } from './run.ts';

const EDITS = 5;
const SILENT = {
  write: () => undefined,
  writeError: () => undefined,
  colour: false,
  colourError: false,
  interactive: false,
  width: 100,
};

interface Phases {
  /** Text read, checked, and its records open. */
  readonly loaded: number;
  /** Counted, and known which claims must be judged. */
  readonly counted: number;
  /** The verdict of the claim that changed can be shown. */
  readonly own: number;
  /** All that had to be judged are. */
  readonly judged: number;
  /** Rivals, pictures and the rest of the examination. */
  readonly whole: number;
  readonly claims: number;
}

export const rows: readonly BenchRow[] = [
  {
    name: 'workbench: first examination of the example',
    run: async () => {
      const { text, file, examiner, end } = openExample();
      const first = await examine(examiner, file, text);
      await end();
      return { tacitMs: first.whole, figures: describe(first) };
    },
  },
  {
    name: `workbench: window of one claim changed, median of ${EDITS} claims`,
    run: () => runEdits(changeWindows),
  },
  {
    name: `workbench: line moved, nothing to judge, median of ${EDITS}`,
    run: () =>
      runEdits((text) =>
        Array.from({ length: EDITS }, (_, k) => ({ text: `${'//\n'.repeat(k + 1)}${text}`, claim: null })),
      ),
  },
  {
    name: 'workbench: first start of a clone, page bundled, until the page’s files are there',
    run: async () => {
      const folder = copyExample();
      // What a start before remembered; tests and other starts make it anew.
      rmSync('node_modules/.cache/tacit', { recursive: true, force: true });
      const start = performance.now();
      const serving = await serveWorkbench({ file: join(folder, 'theatre.tacit'), port: 0 });
      if (!serving.ok) throw new Error(serving.message);
      const { address, close } = serving.value;
      const ready = performance.now() - start;
      const welcome = await fetch(address, { redirect: 'manual' });
      const headers = { cookie: welcome.headers.get('set-cookie')?.split(';')[0] ?? '' };
      const times: string[] = [];
      for (const path of ['/', '/client.js', '/client.css', '/languageWorker.js', '/api/workspace']) {
        const from = performance.now();
        const answer = await fetch(new URL(path, address), { headers });
        const bytes = (await answer.arrayBuffer()).byteLength;
        times.push(`${path} ${Math.round(performance.now() - from)} ms, ${Math.round(bytes / 1024)} kB`);
      }
      const tacitMs = performance.now() - start;
      await close();
      rmSync(folder, { recursive: true, force: true });
      return { tacitMs, figures: `listens after ${Math.round(ready)} ms; ${times.join('; ')}` };
    },
  },
];

interface Edit {
  readonly text: string;
  /** The claim that changed, where one did. */
  readonly claim: string | null;
}

async function runEdits(change: (text: string) => readonly Edit[]) {
  const { text, file, examiner, end } = openExample();
  await examine(examiner, file, text);
  const all: Phases[] = [];
  for (const changed of change(text)) all.push(await examine(examiner, file, changed.text, changed.claim));
  await end();
  const pick = (phase: keyof Phases) =>
    all.map((one) => one[phase]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const middle = Object.fromEntries(
    (['loaded', 'counted', 'own', 'judged', 'whole', 'claims'] as const).map((phase) => [phase, pick(phase)]),
  ) as unknown as Phases;
  const worst = (phase: 'own' | 'whole') => Math.round(Math.max(...all.map((one) => one[phase])));
  return {
    tacitMs: middle.own,
    figures: `${describe(middle)}; slowest ${worst('own')} ms, all verdicts ${worst('whole')} ms`,
  };
}

/** Texts in each of which the window of one claim is a day longer, spread over the file. */
function changeWindows(text: string): Edit[] {
  const found = [...text.matchAll(/within (\d+) days/g)];
  const places = Array.from({ length: EDITS }, (_, edit) => Math.floor((edit * found.length) / EDITS));
  const chosen = found.filter((_, index) => places.includes(index));
  return chosen.map(({ 0: words, 1: days, index }) => {
    const wider = `within ${Number(days) + 1} days`;
    const claim = [...text.slice(0, index).matchAll(/^claim (\S+)/gm)].at(-1)?.[1] ?? null;
    return { text: text.slice(0, index) + wider + text.slice(index + words.length), claim };
  });
}

async function examine(
  examiner: Examiner,
  file: string,
  text: string,
  claim: string | null = null,
): Promise<Phases> {
  writeFileSync(file, text);
  const start = performance.now();
  const since = () => performance.now() - start;
  let [loaded, counted, own, judged] = [0, 0, 0, 0];
  const answer = await examiner.examine(file, 1, {
    onLoaded: () => (loaded = since()),
    onProgress: () => {
      if (counted === 0) counted = since();
      judged = since();
    },
    onEarly: ({ waiting }) => {
      if (own === 0 && claim !== null && !waiting.includes(claim)) own = since();
    },
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'examined') throw new Error(JSON.stringify(answer));
  const whole = since();
  return { loaded, counted, own: own === 0 ? whole : own, judged, whole, claims: answer.judged.length };
}

function describe({ loaded, counted, own, judged, whole, claims }: Phases): string {
  const parts = [
    `text ${Math.round(loaded)} ms`,
    `counts ${Math.round(counted - loaded)} ms`,
    `${claims} claims judged ${Math.round(judged - counted)} ms`,
    `the rest ${Math.round(whole - judged)} ms`,
    `the changed claim’s own verdict after ${Math.round(own)} ms`,
  ];
  return parts.join(', ');
}

function copyExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-bench-'));
  cpSync('examples/eastern-syria', folder, { recursive: true, filter: (path) => !path.includes('/.tacit') });
  return folder;
}

function openExample() {
  const folder = copyExample();
  const file = join(folder, 'theatre.tacit');
  const examiner = openExaminer(SILENT, 4);
  return {
    file,
    text: readFileSync(file, 'utf8'),
    examiner,
    end: async () => {
      await examiner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
