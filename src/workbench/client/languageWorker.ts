/**
 * The language server in a worker of the browser: `new Worker('languageWorker.js', { type: 'module' })`. It speaks the
 * language-server protocol in plain objects over `postMessage`; every file of the theatre is an open document.
 */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser.js';
import { startLanguageServer } from '../../languageServer/index.ts';

// In a worker `self` is the port to the page; the compiler, which knows the page only, takes it for a window.
const port = self as unknown as MessagePort;
startLanguageServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)));
