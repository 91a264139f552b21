/**
 * Every kind of file Tacit reads, damaged in every way of `damages.ts`, through the whole import. Each row must come out
 * right (exactly as from the sound file) or set aside; a file may be refused whole. Counted as silently wrong: an event
 * that the sound file does not hold, or holds less often. The table printed here stands in docs/record.md.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Event } from '../../src/record/index.ts';
import { importInputs } from '../../src/store/importInputs.ts';
import { openStore } from '../../src/store/index.ts';
import { listInputs } from '../../src/store/listInputs.ts';
import { DEFAULT_LIMITS } from '../../src/store/recordInput.ts';
import { ADDED_LINE, DAMAGES, type Clean, type Damage } from './damages.ts';
import { FIXTURES } from './fixtures.ts';

interface Tally {
  files: number;
  refused: number;
  right: number;
  setAside: number;
  wrong: number;
}

const table = new Map<string, Tally>();
const examples: string[] = [];

/** All that an event says, without where it stood; the line that one damage adds inside quotes is part of the file. */
const meaning = (event: Event) =>
  JSON.stringify({ ...event, record: '', line: 0 }).replaceAll(JSON.stringify(ADDED_LINE).slice(1, -1), '');

function tallyOf(name: string): Tally {
  const known = table.get(name) ?? { files: 0, refused: 0, right: 0, setAside: 0, wrong: 0 };
  table.set(name, known);
  return known;
}

/** Imports under way at once; each runs in a process of its own. */
const AT_ONCE = 3;

describe.each(FIXTURES.filter(({ present }) => present))('$name', ({ name, read }) => {
  it('is never misread in silence', async () => {
    const clean = read();
    const sound = await importDamaged(clean, (one) => DAMAGES['unharmed']?.(one) ?? null);
    if (sound?.kind !== 'read') throw new Error(`${name} as it is must be read`);
    const truth = countMeanings(sound.events);
    const damages = Object.entries(DAMAGES);
    const runNext = async (): Promise<void> => {
      const next = damages.shift();
      if (!next) return;
      await tryDamage(name, next, clean, truth);
      await runNext();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  });
});

type Outcome =
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'read';
      readonly events: readonly Event[];
      readonly setAside: number;
      readonly encoding: string;
    };

async function tryDamage(
  name: string,
  [damage, apply]: [string, Damage],
  clean: Clean,
  truth: ReadonlyMap<string, number>,
): Promise<void> {
  const outcome = await importDamaged(clean, apply);
  if (outcome === null) return;
  const tally = tallyOf(damage);
  tally.files += 1;
  if (outcome.kind === 'refused') {
    expect(outcome.why, `${name}, ${damage}`).not.toBe('');
    tally.refused += 1;
    return;
  }
  const left = new Map(outcome.encoding === 'windows-1252' ? await inUtf8(clean, apply) : truth);
  let wrong = 0;
  for (const event of outcome.events) {
    const key = meaning(event);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else {
      wrong += 1;
      if (wrong <= 2) examples.push(`${name}, ${damage}: ${key.slice(0, 300)}`);
    }
  }
  tally.right += outcome.events.length - wrong;
  tally.setAside += outcome.setAside;
  tally.wrong += wrong;
  expect.soft(wrong, `${name}, ${damage}`).toBe(0);
}

/** Read as Windows-1252, and told so: the truth is what the same letters say in UTF-8. */
async function inUtf8(clean: Clean, apply: Damage): Promise<ReadonlyMap<string, number>> {
  const again = await importDamaged(clean, (one) => {
    const bytes = apply(one);
    return bytes && Buffer.from(new TextDecoder('windows-1252').decode(bytes), 'utf8');
  });
  if (again?.kind !== 'read') throw new Error('the same letters in UTF-8 must be read');
  return countMeanings(again.events);
}

/** The whole way of a file into a store of its own; null where the damage does not concern this kind of file. */
async function importDamaged(clean: Clean, apply: Damage): Promise<Outcome | null> {
  const bytes = apply(clean);
  if (bytes === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tacit-damaged-'));
  try {
    const path = join(folder, 'damaged.csv');
    writeFileSync(path, bytes);
    const { inputs, faults } = await listInputs(path, 'damaged', DEFAULT_LIMITS);
    if (faults[0]) return { kind: 'refused', why: faults[0].message };
    const [outcome] = await importInputs(folder, inputs);
    if (outcome?.kind !== 'imported') {
      return {
        kind: 'refused',
        why: outcome?.kind === 'fault' ? outcome.fault.message : (outcome?.reason ?? ''),
      };
    }
    const { rows, right, setAsideCount } = outcome.result;
    const events = await allEvents(folder);
    expect(right + setAsideCount).toBe(rows);
    expect(events).toHaveLength(right);
    return { kind: 'read', events, setAside: setAsideCount, encoding: outcome.result.encoding };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countMeanings(events: readonly Event[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(meaning(event), (counts.get(meaning(event)) ?? 0) + 1);
  return counts;
}

afterAll(() => {
  const lines = [...table].map(
    ([damage, { files, refused, right, setAside, wrong }]) =>
      `| ${damage} | ${files} | ${refused} | ${right} | ${setAside} | ${wrong} |`,
  );
  const sum = (of: (tally: Tally) => number) =>
    [...table.values()].reduce((total, one) => total + of(one), 0);
  const all = `| **all** | ${sum(({ files }) => files)} | ${sum(({ refused }) => refused)} | ${sum(({ right }) => right)} | ${sum(({ setAside }) => setAside)} | **${sum(({ wrong }) => wrong)}** |`;
  process.stdout.write(
    `\n| damage | files | refused whole | rows right | rows set aside | silently wrong |\n|---|--:|--:|--:|--:|--:|\n${[...lines, all].join('\n')}\n${examples.join('\n')}\n`,
  );
});

async function allEvents(folder: string): Promise<readonly Event[]> {
  if (!existsSync(join(folder, '.tacit'))) return [];
  const opening = await openStore(folder);
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  try {
    const { acts } = await opening.store.vocabulary('damaged');
    const anyone = { anyOf: null, noneOf: [], orNobody: false };
    return await opening.store.events({
      id: 'all',
      anyOf: [
        {
          record: 'damaged',
          initiators: anyone,
          targets: null,
          actClasses: [],
          actCodes: acts.map(({ code }) => code),
          places: null,
          days: null,
          size: null,
          attributions: null,
          coarsestDays: null,
        },
      ],
    });
  } finally {
    await opening.store.close();
  }
}
