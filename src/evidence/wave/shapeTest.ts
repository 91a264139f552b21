import { singlePrecision } from './chainModel.ts';
import { contrast } from './contrast.ts';
import type { PlainFits } from './fitPlain.ts';
import { fitWave } from './fitWave.ts';
import type { ShapeTest } from './waveDecision.ts';
import { waveAt } from './waveAt.ts';
import { waveLikelihood } from './waveLikelihood.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';

/** Two levels of the chain: calm and storm, with spells of about 2 tau days each. */
const TWO_LEVELS = 2;

/**
 * T5. A wave that rises and falls by degrees follows storms that begin and end within a day only badly, and answers then
 * mend its edges. So each hypothesis may choose the shape of the wave: eleven levels (the fits of T1) or two.
 */
export function shapeTest(model: WaveModel, fits: WaveFits, plain: PlainFits): ShapeTest {
  const likelihood = waveLikelihood(model.design, 0, TWO_LEVELS);
  const guide = singlePrecision(model.design, 0, TWO_LEVELS, likelihood);
  const two = fitWave({ ...model, likelihood, guide }, plain);
  const better = (hypothesis: 'none' | 'answer') => {
    const switches = two[hypothesis].logLikelihood > fits[hypothesis].logLikelihood;
    return { switches, fit: switches ? two[hypothesis] : fits[hypothesis] };
  };
  const none = better('none');
  const answer = better('answer');
  return {
    ...contrast(none.fit.logLikelihood, answer.fit.logLikelihood),
    switchesNull: none.switches,
    switchesAlternative: answer.switches,
    nullWave: waveAt(model.design, none.fit),
  };
}
