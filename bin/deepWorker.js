// A thread that draws records from waves (src/cli/deepenInThreads.ts): registers the same loader as bin/tacit.js, since threads start without it.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/deepWorker.ts');
