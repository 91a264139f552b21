import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build, type BuildResult } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
} from 'vscode-jsonrpc/node.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speak } from '../../languageServer/speak.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bundle = join(folder, 'languageWorker.mjs');
let built: BuildResult<{ metafile: true }>;

beforeAll(async () => {
  // For a browser: what needs Node cannot be resolved, and the build fails.
  built = await build({
    entryPoints: ['src/workbench/client/languageWorker.ts'],
    outfile: bundle,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    logLevel: 'silent',
  });
}, 60_000);

/** A worker that knows nothing of Node but its port, as a browser's does. */
function openWorker(): Worker {
  const code = `
    const { parentPort } = require('node:worker_threads');
    globalThis.self = parentPort;
    for (const name of ['process', 'Buffer', 'global', 'setImmediate']) delete globalThis[name];
    import(${JSON.stringify(pathToFileURL(bundle).href)});`;
  return new Worker(code, { eval: true });
}

class PortReader extends AbstractMessageReader {
  private readonly worker: Worker;
  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }
  override listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => void this.worker.off('message', callback) };
  }
}

class PortWriter extends AbstractMessageWriter {
  private readonly worker: Worker;
  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }
  write(message: Message): Promise<void> {
    this.worker.postMessage(message);
    return Promise.resolve();
  }
  end(): void {
    void this.worker.terminate();
  }
}

describe('the language server in a browser’s worker', () => {
  it('is bundled without a module of Node', () => {
    expect(built.warnings).toEqual([]);
    const inputs = Object.keys(built.metafile.inputs);
    expect(inputs).toContain('src/languageServer/startLanguageServer.ts');
    expect(inputs.filter((path) => /^node:|\/lib\/node\/|src\/host\//.test(path))).toEqual([]);
  });

  it('answers over messages, with used files among the open ones', async () => {
    const worker = openWorker();
    const client = await speak(createMessageConnection(new PortReader(worker), new PortWriter(worker)));
    const uri = 'file:///theatre/main.tacit';
    const text = `tacit 1\ntheatre "Main"\nuse "who.tacit"\nrecord "e.csv"\n  covers 2020 to 2021\nsource S\nclaim A by S\n  US strikes fall from 2020\n`;
    client.open('file:///theatre/who.tacit', 'tacit 1\ntheatre "Who"\nactor US "United States"\n');
    client.open(uri, text);
    expect(await client.told(uri, (list) => list.length === 0)).toEqual([]);
    client.change(uri, text.replace('US', 'UK'));
    expect((await client.told(uri))[0]?.message).toContain('Nothing is called UK');
    const list = await client.request<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 7, character: 3 },
    });
    expect(list.items.map(({ label }) => label)).toContain('US');
    await worker.terminate();
  });
});
