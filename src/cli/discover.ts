import { discoverRules, findSharedRows } from '../evidence/index.ts';
import { renderDiscovery } from '../report/index.ts';
import type { ExitCode, Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { withPanel } from './withPanel.ts';

interface DiscoverOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly seed: number;
}

export const defineDiscover: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--all', 'search pairs that a claim already speaks of too')
    .option('--json', 'print the result as JSON')
    .option(
      '--seed <n>',
      'stands in the output; the search draws nothing',
      readWholeNumber(0, LARGEST_SEED),
      1,
    )
    .action(async (file: string, options: DiscoverOptions) => done(await runDiscover(file, options, shell)));
};

async function runDiscover(
  file: string,
  { all = false, json = false, seed }: DiscoverOptions,
  shell: Shell,
): Promise<ExitCode> {
  return withPanel(file, json, shell, async ({ plan, panel, records }) => {
    const shared = await findSharedRows(plan, records.store);
    const discovery = discoverRules(plan, panel, shared, { claimedToo: all });
    if (discovery === null) {
      shell.writeError('The record has too few days to search one part and ask the other again.\n');
      return 2;
    }
    if (json) printJson({ seed, ...discovery }, shell);
    else shell.write(renderDiscovery(discovery, shell.width));
    return 0;
  });
}
