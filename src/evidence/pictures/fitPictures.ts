import type { Day } from '../../calendar/index.ts';
import type { ClaimFigures } from '../verdict.ts';
import { addUp, type FitPair } from './addUp.ts';
import { diagnoseFit } from './diagnoseFit.ts';
import type { CumulativePicture } from './shownPictures.ts';

/** What was fitted for one stream of a claim, and its name; null where nothing could be. */
export interface FittedStream {
  readonly label: string;
  readonly what: CumulativePicture['what'];
  readonly pair: FitPair | null;
}

/** The pictures that come from fits: running sums against both models, and how well the fuller one fits. */
export function fitPictures(
  streams: readonly FittedStream[],
  time: { readonly first: Day; readonly stepDays: number },
): Pick<ClaimFigures, 'cumulative' | 'diagnostics'> {
  const fitted = streams.flatMap(({ label, what, pair }) => (pair === null ? [] : [{ label, what, pair }]));
  return {
    cumulative: fitted.map(({ label, what, pair }) => addUp(pair, time, label, what)),
    diagnostics: fitted.map(({ label, pair }) => diagnoseFit(pair.design, pair.with, label)),
  };
}
