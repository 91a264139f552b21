import { spawn, type ChildProcess } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';
import { speak } from './speak.ts';

/** A language server in a process of its own, spoken to over standard input and output. */
export async function spawnServer(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
) {
  const child: ChildProcess = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('the server has no streams');
  let complaints = '';
  stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const client = await speak(connection);
  return {
    ...client,
    complaints: () => complaints,
    /** Ends as an editor does; gives the exit code. */
    shutDown: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
    /** Ends as an editor that crashed: its end of the streams is gone. */
    vanish: () => {
      connection.dispose();
      stdin.end();
      return ended;
    },
  };
}
