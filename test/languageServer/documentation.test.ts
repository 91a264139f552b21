import { PassThrough } from 'node:stream';
import { readFileSync, writeFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { createConnection } from 'vscode-languageserver/node.js';
import { expect, it } from 'vitest';
import { startLanguageServer } from '../../src/languageServer/index.ts';
import { speak } from './speak.ts';

const PATH = 'docs/editors.md';
const page = readFileSync(PATH, 'utf8');
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '';

/** `TACIT_WRITE=1 npx vitest run test/languageServer/documentation.test.ts` writes the page anew. */
it('docs/editors.md shows what the server answers', async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startLanguageServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = await speak(
    createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
  );
  const uri = 'file:///wire.tacit';
  const written = block('lsp');
  const lines: string[] = [];
  for (const line of written.split('\n').filter((one) => one.startsWith('→ '))) {
    lines.push(line);
    const [, method = '', params = '{}'] = /^→ (\S+) ?(.*)$/.exec(line) ?? [];
    if (method === 'textDocument/didOpen') {
      client.open(uri, block('tacit'));
      for (const diagnostic of await client.told(uri)) lines.push(`← ${JSON.stringify(diagnostic)}`);
      continue;
    }
    const asked = { textDocument: { uri }, ...(JSON.parse(params) as object) };
    const answer = await client
      .request<unknown>(method, asked)
      .catch(({ code, message }: { code: number; message: string }) => ({
        error: { code, message },
      }));
    lines.push(`← ${JSON.stringify(answer)}`);
  }
  client.end();
  const told = `${lines.join('\n')}\n`;
  expect(lines.length).toBeGreaterThan(10);
  if (process.env['TACIT_WRITE'])
    writeFileSync(
      PATH,
      page.replace(written, () => told),
    );
  else expect(told).toBe(written);
});
