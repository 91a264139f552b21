import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node.js';

export interface Server {
  readonly connection: MessageConnection;
  /** Asks the server to end, and ends it when it does not. */
  readonly stop: () => void;
}

const PATIENCE_MILLISECONDS = 2000;

/** Starts the bundled server in a process of its own: the editor's own Node runs it, nothing else need be installed. */
export function startServer(program: string, onEnd: (code: number | null) => void): Server {
  const child = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let stopping = false;
  const end = (code: number | null): void => {
    connection.dispose();
    if (!stopping) onEnd(code);
    stopping = true;
  };
  child.on('exit', end);
  child.on('error', () => end(null));
  // Writing to a server that is gone is told by `exit`.
  child.stdin.on('error', () => undefined);
  return {
    connection,
    stop: () => {
      if (stopping) return;
      stopping = true;
      const timer = setTimeout(() => child.kill(), PATIENCE_MILLISECONDS);
      child.on('exit', () => clearTimeout(timer));
      connection
        .sendRequest('shutdown')
        .then(() => connection.sendNotification('exit'))
        .catch(() => child.kill());
    },
  };
}
