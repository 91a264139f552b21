import packageFile from '../../package.json' with { type: 'json' };
import { countPlan, explainVerdict, type WhyChain } from '../evidence/index.ts';
import { examine } from '../examine.ts';
import { didYouMean } from '../language/index.ts';
import { compile, findRecordDays, streamsOf } from '../model/index.ts';
import type { Event } from '../record/index.ts';
import type { ExamineSettings } from './examineFile.ts';
import { judgeInThreads } from './judgeInThreads.ts';
import type { ExitCode, Shell } from './shell.ts';
import { withRecords, type TheatreWithRecords } from './withRecords.ts';

/** Examines a file and hands the chain from events to finding of one claim to `use`; an unknown name is told. */
export async function explainClaim(
  file: string,
  name: string,
  { seed, json, threads }: ExamineSettings,
  shell: Shell,
  use: (chain: WhyChain) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return withRecords(file, json, shell, async (found) => {
    const { theatre, loaded, records } = found;
    if (!theatre.claims.some((claim) => claim.name === name)) {
      shell.writeError(describeUnknown(name, found));
      return 2;
    }
    // All claims are judged, since the correction for many tests belongs to the chain.
    const examination = await examine({
      theatre,
      text: loaded.text,
      file: loaded.file,
      hash: loaded.hash,
      diagnostics: loaded.diagnostics,
      ...records,
      seed,
      version: packageFile.version,
      judgeAll: (contexts) => judgeInThreads(contexts, threads),
    });
    const { store, tables } = records;
    const plan = compile(theatre, { recordDays: await findRecordDays(store, tables) });
    const claimPlan = plan.claims.find(({ claim }) => claim === name);
    const claim = examination.claims.find((one) => one.name === name);
    if (!claimPlan || !claim) throw new Error(`the examination lacks the claim ${name}`);
    const events = new Map<string, readonly Event[]>();
    for (const id of streamsOf(claimPlan.test)) {
      const stream = plan.streams.find((one) => one.id === id);
      if (stream && !stream.columns && !stream.untestable)
        events.set(id, await store.events(stream.selection));
    }
    const panel = await countPlan(plan, store, tables);
    return use(explainVerdict({ claim, claimPlan, plan, panel, events }));
  });
}

function describeUnknown(name: string, { loaded, theatre }: TheatreWithRecords): string {
  const names = theatre.claims.map((claim) => claim.name);
  const meant = didYouMean(
    name,
    names.map((one) => ({ name: one, also: [] })),
  );
  const hint = meant ? `Did you mean ${meant.name}?` : `Its claims are ${names.join(', ') || 'none'}.`;
  return `${loaded.path} has no claim ${name}. ${hint}\n`;
}
