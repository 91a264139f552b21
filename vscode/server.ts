/** The language server as a program of its own, which the extension starts: everything it needs is bundled in. */
import { createConnection } from 'vscode-languageserver/node.js';
import { readBeside } from '../src/host/readBeside.ts';
import { startLanguageServer } from '../src/languageServer/index.ts';

startLanguageServer(createConnection(process.stdin, process.stdout), { readFile: readBeside });
