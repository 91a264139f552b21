/** How soon an editor hears of a mistake: a keystroke in a file of 200 claims, checks and answers warm. */
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { createConnection } from 'vscode-languageserver/node.js';
import { startLanguageServer } from '../src/languageServer/index.ts';
import type { BenchRow } from './run.ts';

const CLAIMS = 200;
const KEYSTROKES = 60;
const URI = 'file:///theatre.tacit';

const head = `tacit 1
theatre "Two hundred claims"
record "chronology.csv"
  covers 2017-05-01 to 2024-06-30
${Array.from({ length: 40 }, (_, index) => `actor Actor${index} "Group ${index}" also "G${index}", "The ${index}th"\n`).join('')}
alliance Axis of Actor1, Actor2, Actor3
${Array.from({ length: 30 }, (_, index) => `place Place${index} "Town ${index}" at 34.${index + 10} N 40.92 E within 25 km\n`).join('')}
area East of Place1, Place2, Place3
source Cradle "The Cradle" published 2024-05-14
period Consent until 2024-02-03 said by Cradle
`;

function claim(index: number): string {
  const [a, b, c] = [index % 40, (index * 7 + 1) % 40, (index * 3 + 2) % 40];
  return `claim Claim${index} by Cradle at "paragraph ${index}" quote "as the source says in its own words"
  when Actor${a} strikes Actor${b} in Place${index % 30} or Actor${c} strikes Axis then Axis attacks Actor${a} in East within ${(index % 30) + 1} days
  since 2020-01-03
  outside Consent
`;
}

const text = head + Array.from({ length: CLAIMS }, (_, index) => claim(index)).join('');

/** Times from sending to hearing, in milliseconds: for messages, and for what may be written there. */
async function type(): Promise<{
  readonly heard: readonly number[];
  readonly completed: readonly number[];
  /** Processor time of one keystroke and its completion, in milliseconds, the first ones included. */
  readonly busy: number;
}> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startLanguageServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  let hear: () => void = () => undefined;
  client.onNotification('textDocument/publishDiagnostics', () => hear());
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const send = (version: number, changed: string) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ text: changed }],
    });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'tacit', version: 0, text },
  });
  const [heard, completed]: [number[], number[]] = [[], []];
  const used = process.cpuUsage();
  for (let stroke = 1; stroke <= KEYSTROKES; stroke += 1) {
    // One letter more in the middle of the file, then one less.
    const at = text.indexOf(`claim Claim${CLAIMS / 2} `) + 6;
    const changed = stroke % 2 === 0 ? text : `${text.slice(0, at)}A${text.slice(at)}`;
    const begin = performance.now();
    const told = new Promise<void>((resolve) => (hear = resolve));
    await send(stroke, changed);
    await told;
    heard.push(performance.now() - begin);
    const line = text.slice(0, at).split('\n').length;
    const asked = performance.now();
    await client.sendRequest('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line, character: '  when A'.length },
    });
    completed.push(performance.now() - asked);
  }
  const { user, system } = process.cpuUsage(used);
  client.dispose();
  // The first strokes warm the parser up.
  return {
    heard: heard.slice(10),
    completed: completed.slice(10),
    busy: (user + system) / 1000 / KEYSTROKES,
  };
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? NaN;
}

export const rows: readonly BenchRow[] = [
  {
    name: 'A keystroke’s messages, 200 claims (protocol, wait of 10 ms and checks; median of 50)',
    run: async () => {
      const { heard, completed, busy } = await type();
      const [slow, words] = [quantile(heard, 0.95), quantile(completed, 0.5)].map((ms) => ms.toFixed(0));
      return {
        tacitMs: quantile(heard, 0.5),
        figures: `95 % within ${slow} ms; completion there ${words} ms; ${busy.toFixed(0)} ms of processor`,
      };
    },
  },
];
