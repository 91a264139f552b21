import type { WhyChain } from '../evidence/index.ts';
import {
  examineInThreads,
  explainClaim as explain,
  openClaimsOf,
  type ExitCode,
  type Shell,
  type TheatreWithRecords,
} from '../host/index.ts';
import { didYouMean } from '../language/index.ts';
import type { ExamineSettings } from './examineFile.ts';
import { withJudges } from './withJudges.ts';

/** Examines a file and hands the chain from events to finding of one claim to `use`; an unknown name is told. */
export async function explainClaim(
  file: string,
  name: string,
  { seed, json, threads }: ExamineSettings,
  shell: Shell,
  use: (chain: WhyChain) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return withJudges(file, { json, threads }, shell, async (found, judges) => {
    if (!found.theatre.claims.some((claim) => claim.name === name)) {
      shell.writeError(describeUnknown(name, found));
      return 2;
    }
    const examination = await examineInThreads(found, { seed, judges });
    const chain = await explain(found, examination, name);
    if (chain === null) throw new Error(`the examination lacks the claim ${name}`);
    return use(chain);
  });
}

function describeUnknown(name: string, { loaded, theatre }: TheatreWithRecords): string {
  const open = openClaimsOf(loaded).find((claim) => claim.name === name);
  if (open) return `${name} is still open, so there is no verdict to explain. ${open.missing.join(' ')}\n`;
  const names = theatre.claims.map((claim) => claim.name);
  const meant = didYouMean(
    name,
    names.map((one) => ({ name: one, also: [] })),
  );
  const hint = meant ? `Did you mean ${meant.name}?` : `Its claims are ${names.join(', ') || 'none'}.`;
  return `${loaded.path} has no claim ${name}. ${hint}\n`;
}
