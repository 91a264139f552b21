import packageFile from '../../package.json' with { type: 'json' };
import {
  listMadeEvents,
  makeRecord,
  readOutcome,
  USUAL_CLAIMS,
  writeMadeTheatre,
  type MadeKind,
  type MadeOutcome,
} from '../evidence/index.ts';
import { examine } from '../examine.ts';
import { check, parse } from '../language/index.ts';
import { createMemoryStore, type EventStore } from '../record/index.ts';
import { randomStream } from '../stats/index.ts';
import { decideDuplicates } from '../host/index.ts';

/**
 * Makes the record of one kind with one number and has each claim judged on it in a theatre of its own, by the whole
 * path that `tacit examine` takes: text, checks, plan, counts, judges. (seed, kind, index) decide everything.
 */
export async function examineMadeRecord(
  { name, world, bystanders, claims = USUAL_CLAIMS }: MadeKind,
  index: number,
  seed: number,
): Promise<MadeOutcome[]> {
  const record = makeRecord(world, randomStream(seed, `made record: ${name}`, index));
  const store = createMemoryStore(
    listMadeEvents(record, randomStream(seed, `places of a made record: ${name}`, index)),
  );
  const outcomes: MadeOutcome[] = [];
  for (const claim of claims) {
    const parts = await judgeText(writeMadeTheatre(record, claim, bystanders), store, seed);
    outcomes.push(readOutcome(parts, claim, world));
  }
  return outcomes;
}

async function judgeText(text: string, events: EventStore, seed: number) {
  const file = 'made.tacit';
  const parsed = parse(text, file);
  const { theatre, diagnostics } = check(parsed.document, { file, files: new Map(), pedantic: false, text });
  const [mistake] = [...parsed.diagnostics, ...diagnostics];
  if (!theatre || mistake)
    throw new Error(`a made theatre has a mistake: ${mistake?.message ?? 'no theatre'}`);
  const decided = await decideDuplicates(theatre, events);
  if (!decided.ok) throw new Error(`a made record cannot be decided: ${decided.message}`);
  const { claims } = await examine({
    pictures: 'none',
    theatre,
    text,
    file,
    hash: '',
    diagnostics,
    ...decided.value,
    tables: [],
    totals: new Map(),
    seed,
    version: packageFile.version,
  });
  const [claim] = claims;
  if (!claim) throw new Error('a made theatre has a claim');
  return claim.parts;
}
