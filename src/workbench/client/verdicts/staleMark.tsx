import { examinationState } from '../workbench.ts';
import { staleClaims, waitingClaims } from './staleness.ts';

/** Beside a claim whose verdict is not that of the text: what it waits for. */
export function StaleMark({ claim }: { readonly claim: string }) {
  if (!staleClaims.value.has(claim)) return null;
  const isWaiting = waitingClaims.value.has(claim);
  if (!isWaiting) return <span class="stale-mark">text is newer</span>;
  const isRunning = examinationState.value.kind === 'running';
  return <span class="stale-mark">{isRunning ? 'being judged' : 'not judged on this text'}</span>;
}
