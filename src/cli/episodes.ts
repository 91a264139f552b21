import { listEpisodes } from '../evidence/index.ts';
import { renderEpisodes } from '../report/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printJson } from './printJson.ts';
import { withPanel } from './withPanel.ts';

export const defineEpisodes: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--json', 'print the result as JSON, with every episode')
    .action(async (file: string, { json = false }: { readonly json?: boolean }) => {
      const code = await withPanel(file, json, shell, ({ theatre, plan, panel }) => {
        const claims = listEpisodes(theatre, plan, panel);
        if (json) printJson({ claims }, shell);
        else if (claims.length > 0) shell.write(renderEpisodes(claims, shell.width));
        else shell.writeError(`No claim of ${file} is about two sides that act on each other.\n`);
        return 0;
      });
      done(code);
    });
};
