// A judging thread (src/host/judgeInThreads.ts): registers the same loader as bin/tacit.js, since threads start without it.
import { register } from 'tsx/esm/api';

register();
await import('../src/host/judgeWorker.ts');
