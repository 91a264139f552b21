import type { Examination } from '../evidence/index.ts';
import { writeCsv } from './writeCsv.ts';

const HEADER = [
  'claim',
  'source',
  'published',
  'passage',
  'quote',
  'text',
  'judged from',
  'judged to',
  'part',
  'finding',
  'reason',
  'sentence',
  'effect',
  'estimate',
  'lower',
  'upper',
  'level',
  'unit',
  'triggers',
  'responses',
  'power',
  'smallest effect',
  'detectable effect',
  'guards passed',
  'guards failed',
  'theatre hash',
  'record hashes',
  'seed',
  'tacit',
] as const;

/** One row for every part of every claim, each with the hashes, seed and version that it can be made again from; then the claims still open. */
export function writeVerdictsCsv(examination: Examination): string {
  const { claims, theatre, records, seed, tacit } = examination;
  const hashes = records.map(({ file, hash }) => `${file} ${hash}`).join('; ');
  const rows = claims.flatMap((claim) =>
    claim.parts.map(({ part, finding, reason, sentence, effect, events, power, guards }) => [
      claim.name,
      claim.sourceDisplay,
      claim.published ?? null,
      claim.passage,
      claim.quote,
      claim.text,
      claim.judged.first,
      claim.judged.last,
      part,
      finding,
      reason,
      sentence,
      effect?.name ?? null,
      effect?.estimate ?? null,
      effect?.lower ?? null,
      effect?.upper ?? null,
      effect?.level ?? null,
      effect?.unit ?? null,
      events.trigger,
      events.response,
      power?.power ?? null,
      power?.smallestEffect ?? null,
      power?.detectable ?? null,
      guards.filter(({ passed }) => passed === true).length,
      guards
        .filter(({ passed }) => passed === false)
        .map(({ name }) => name)
        .join('; '),
      theatre.hash,
      hashes,
      seed,
      tacit,
    ]),
  );
  return writeCsv([HEADER, ...rows, ...openRows(examination, hashes)]);
}

/** A claim that waits for a person has a row of its own, so that it is not missed; it has no part and no number. */
function openRows({ open = [], theatre, seed, tacit }: Examination, hashes: string) {
  return open.map(({ name, source, text, missing }) => {
    const told = new Map<string, string | number | null>([
      ['claim', name],
      ['source', source],
      ['text', text],
      ['finding', 'not judged'],
      ['reason', 'open'],
      ['sentence', missing.join(' ')],
      ['theatre hash', theatre.hash],
      ['record hashes', hashes],
      ['seed', seed],
      ['tacit', tacit],
    ]);
    return HEADER.map((column) => told.get(column) ?? null);
  });
}
