import type { WaveThresholds } from '../wave/index.ts';
import { beginAhead } from './beginAhead.ts';
import { beginFurther } from './beginFurther.ts';
import { besideTheatre } from './besideTheatre.ts';
import { decideSeries } from './decideSeries.ts';
import type { Pieces, WaveQuestion } from './pieces.ts';

/**
 * The wave tests of a rule that was found, and again beside the rest of the theatre where they pass. Most rules that pass
 * the first of them pass them all, so from there on another thread may do the second half.
 */
export function askWave(question: WaveQuestion): Pieces['wave']['gives'] {
  const { context, series, delay, names, power, thresholds } = question;
  const ask = (wanted: WaveThresholds) => {
    const asked = { ...question, thresholds: wanted };
    return beginAhead('theatre', asked, () => besideTheatre(asked));
  };
  let beside: ReturnType<typeof ask> | null = null;
  const wave = decideSeries(series, delay, names, {
    ...{ power, thresholds, begin: beginFurther(context) },
    onFirst: (wanted) => (beside = ask(wanted)),
  });
  // Looked up only where it is asked: a verdict that never saw the rest of the theatre stands when that changes.
  if (!wave.supported) {
    const detail = 'not run, because an earlier test did not pass';
    return { wave, beside: { name: 'rest of the theatre', passed: null, value: null, detail } };
  }
  return { wave, beside: (beside ?? ask(wave.wanted))() };
}
