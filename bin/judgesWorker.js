// A judging thread that stays (src/host/openJudges.ts): registers the same loader as bin/tacit.js, since threads start without it.
import { register } from 'tsx/esm/api';

register();
await import('../src/host/judgesWorker.ts');
