// A simulating thread (src/cli/simulateInThreads.ts): registers the same loader as bin/tacit.js, since threads start without it.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/forecastWorker.ts');
