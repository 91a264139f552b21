import { listChanges } from '../evidence/index.ts';
import { renderChanges } from '../report/index.ts';
import type { ExitCode, Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { withPanel } from './withPanel.ts';

interface ChangesOptions {
  readonly stream?: string;
  readonly json?: boolean;
  readonly seed: number;
}

export const defineChanges: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--stream <text>', 'only patterns whose words hold this text')
    .option('--json', 'print the result as JSON')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .action(async (file: string, options: ChangesOptions) => done(await runChanges(file, options, shell)));
};

async function runChanges(
  file: string,
  { stream: wanted, json = false, seed }: ChangesOptions,
  shell: Shell,
): Promise<ExitCode> {
  return withPanel(file, json, shell, ({ plan, panel }) => {
    const streams = listChanges(plan, panel, seed, wanted);
    if (streams.length === 0) {
      const texts = plan.streams.map(({ text }) => `  ${text}`);
      shell.writeError(
        wanted === undefined
          ? `No claim of ${file} counts anything.\n`
          : `No claim's pattern holds “${wanted}”. The patterns are:\n${texts.join('\n')}\n`,
      );
      return wanted === undefined ? 0 : 2;
    }
    if (json) printJson({ seed, streams }, shell);
    else shell.write(renderChanges(streams, shell.width));
    return 0;
  });
}
