import { createConnection } from 'vscode-languageserver/node.js';
import { readBeside } from '../host/index.ts';
import { startLanguageServer } from '../languageServer/index.ts';
import type { DefineCommand } from './defineCommand.ts';

export const defineLanguageServer: DefineCommand = (command, shell, done) => {
  command
    .option('--stdio', 'speak over standard input and output: the way every editor knows')
    // Editors add words of their own, such as --clientProcessId.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async ({ stdio }: { readonly stdio?: true }) => {
      if (!stdio) {
        shell.writeError(
          'An editor starts this command: tacit language-server --stdio. See docs/editors.md.\n',
        );
        done(2);
        return;
      }
      startLanguageServer(createConnection(process.stdin, process.stdout), { readFile: readBeside });
      // The connection ends the process when the editor says so, or is gone.
      await new Promise(() => undefined);
    });
};
