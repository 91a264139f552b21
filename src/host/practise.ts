import { judgeClaim, makeContexts, type JudgeContext } from '../evidence/index.ts';
import { randomStream } from '../stats/index.ts';
import { noteLookUps } from './noteLookUps.ts';

/** Rounds of practice over all claims; more make a thread no quicker (docs/decisions/0022). */
const ROUNDS = 2;

/** Answers that are found, so that every step of the decision between them and a shared wave is reached. */
const WORLD = { days: 500, rateA: 0.2, rateB: 0.15, rhoAB: 0.8 };

/** The claims that threads practise on, in the shape in which claims reach them. */
export function listPractice(): JudgeContext[] {
  return structuredClone(makeContexts(WORLD, randomStream(1, 'practice')));
}

/**
 * Judges made claims while nothing is asked, so that the engine has compiled and optimised the judges by the time it
 * is. Between claims, and wherever a claim has pieces that others might do, it looks whether `isAsked`, and ends for good.
 */
export async function practise(isAsked: () => boolean): Promise<void> {
  const ahead: JudgeContext['ahead'] = () => {
    if (isAsked()) throw new Error('practice ends');
    return (here) => here();
  };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const context of listPractice()) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isAsked()) return;
        judgeClaim({ ...noteLookUps(context).context, ahead });
      }
    }
  } catch {
    // It was asked, or would have failed: a claim that fails tells so itself.
  }
}
