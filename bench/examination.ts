/** A whole examination from text to verdicts: 20 claims about 10 streams over ten years. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDay } from '../src/calendar/index.ts';
import { listMadeEvents, makeRecord, type MadeWorld } from '../src/evidence/index.ts';
import { examine } from '../src/examine.ts';
import { bundleThread } from '../src/host/bundleThread.ts';
import { defaultThreads, judgeInThreads, openJudges } from '../src/host/index.ts';
import { createMemoryStore, type Event } from '../src/record/index.ts';
import { randomStream } from '../src/stats/index.ts';
import { checkText } from '../test/language/theatreText.ts';
import type { BenchRow } from './run.ts';

const DAYS = 3652;
/** The first day of made records, 2018-01-01. */
const FIRST = 17_532;
const RATES = { days: DAYS, rateA: 0.1, rateB: 0.1 };
/** Five pairs of sides: three without a rule, one under a wave, one in which both answer. */
const WORLDS: readonly MadeWorld[] = [
  RATES,
  RATES,
  RATES,
  { ...RATES, wave: { tau: 30, sd: 1 } },
  { ...RATES, rhoAB: 0.4, rhoBA: 0.4 },
];

const events: Event[] = WORLDS.flatMap((world, pair) => {
  const record = makeRecord(world, randomStream(1, 'bench examination', pair));
  const rows = listMadeEvents(
    { ...record, c: new Float64Array(DAYS) },
    randomStream(1, 'bench places', pair),
  );
  const name = (side: string) => `${side}${pair}`;
  return rows.map((row) => ({
    ...row,
    id: `${pair}.${row.id}`,
    initiators: row.initiators.map(name),
    targets: row.targets.map(name),
  }));
});

const day = (offset: number) => formatDay(FIRST + offset);
const text = [
  'tacit 1',
  'theatre "Five pairs"',
  'record "made.csv"',
  `  covers ${day(0)} to ${day(DAYS - 1)}`,
  ...WORLDS.flatMap((_, pair) => [`actor North${pair}`, `actor South${pair}`]),
  `source Paper published ${day(DAYS)}`,
  ...WORLDS.flatMap((_, k) => [
    `claim Answer${k} by Paper`,
    `  when North${k} strikes South${k} then South${k} attacks North${k} within 14 days`,
    `claim Back${k} by Paper`,
    `  when South${k} attacks North${k} then North${k} strikes South${k} within 14 days`,
    `claim Fewer${k} by Paper`,
    `  when North${k} strikes South${k} then fewer South${k} attacks on North${k} for 30 days`,
    `claim Fall${k} by Paper`,
    `  South${k} attacks on North${k} fall from ${day(2000)} to ${day(2365)}`,
  ]),
  '',
].join('\n');

const { theatre, diagnostics } = checkText(text);

/** One examination; its milliseconds, processor seconds and what was found. */
async function examineOnce(threads: number, judges: ReturnType<typeof openJudges> | null) {
  if (!theatre || diagnostics.length > 0) throw new Error(diagnostics[0]?.message ?? 'no theatre');
  const from = performance.now();
  const cpu = process.cpuUsage();
  const { claims } = await examine({
    ...{ theatre, text, file: 'bench.tacit', hash: '', diagnostics, seed: 1, version: '' },
    ...{ store: createMemoryStore(events), tables: [], totals: new Map(), pictures: 'none' as const },
    judgeAll: (contexts) => judgeInThreads(contexts, threads, () => judges ?? openJudges(threads)),
  });
  const tacitMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  const found = claims.flatMap(({ parts }) => parts.slice(0, 1).map(({ finding }) => finding));
  const count = (finding: string) => found.filter((one) => one === finding).length;
  return {
    tacitMs,
    figures: `${((user + system) / 1e6).toFixed(1)} s of processor; ${events.length} events; ${count('supported')} supported, ${count('not separable')} not separable, ${count('too few events')} too few`,
  };
}

/** Not counted before the median of this many examinations in one process: as many. */
const AGAIN = 5;

const row = (threads: number, again: boolean): BenchRow => {
  const where = threads === 1 ? 'one thread' : `${threads} threads`;
  const when = again ? `again, with threads that are awake (median of ${AGAIN})` : 'the first, one run';
  return {
    name: `examine 20 claims about 10 streams × ${DAYS.toLocaleString('en')} days, ${where}, ${when}`,
    async run() {
      // As the program itself is loaded by now, so is what its threads run; they are started, and practise, in the time that is measured.
      if (threads > 1) await bundleThread('judgesWorker.ts');
      const judges = threads > 1 ? openJudges(threads) : null;
      const runs = [await examineOnce(threads, judges)];
      while (again && runs.length < 2 * AGAIN) runs.push(await examineOnce(threads, judges));
      await judges?.stop();
      const last = runs.slice(-AGAIN).sort((one, other) => one.tacitMs - other.tacitMs);
      return last[Math.floor(last.length / 2)]!;
    },
  };
};

/** The rows of the events as a Tacit CSV file. */
function listRows(): string {
  const head = 'id,date_start,date_end,precision,initiator,target,action,place,attribution';
  const lines = events.map(({ id, first, initiators, targets, code, placeNames }) =>
    [id, formatDay(first), '', 'day', initiators[0], targets[0], code, placeNames[0], 'stated'].join(','),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

const WHOLE = 5;

/** What somebody waits for who types the command: the process from its start to its end, the record in the store. */
const wholeProcess: BenchRow = {
  name: `tacit examine, the same 20 claims, record in the store (whole process, median of ${WHOLE})`,
  run() {
    const folder = mkdtempSync(join(tmpdir(), 'tacit-bench-'));
    try {
      writeFileSync(join(folder, 'five.tacit'), text);
      writeFileSync(join(folder, 'made.csv'), listRows());
      const command = [fileURLToPath(new URL('../bin/tacit.js', import.meta.url)), 'examine', 'five.tacit'];
      const runOnce = () => {
        const from = performance.now();
        const ran = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
        if (ran.status !== 0) throw new Error(ran.stderr);
        return performance.now() - from;
      };
      // The first takes the record into the store.
      runOnce();
      const times = Array.from({ length: WHOLE }, runOnce).sort((one, other) => one - other);
      return Promise.resolve({ tacitMs: times[Math.floor(WHOLE / 2)]! });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export const rows: readonly BenchRow[] = [
  row(1, false),
  row(defaultThreads(), false),
  row(defaultThreads(), true),
  wholeProcess,
];
