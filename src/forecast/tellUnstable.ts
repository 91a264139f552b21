import type { Ensemble } from './ensemble.ts';
import type { FailedForecast, TheatreDraws } from './theatreDraws.ts';

/** Paths that may run away before the ensemble is refused. */
const MOST_RUN_AWAY = 0.02;

/**
 * Why a theatre's futures cannot be shown: most draws have exchanges that grow by every round (before anything is run), or too
 * many paths ran away (after). Null where neither is so; a smaller share stands in `unstableShare` and `ranAway`.
 */
export function tellUnstable(draws: TheatreDraws, ensemble: Ensemble | null): FailedForecast | null {
  const advice =
    'Drop a rule, give rules shorter windows, or use a longer record: strong answers both ways cannot be told from a common wave.';
  const failed = (detail: string): FailedForecast => ({
    kind: 'failed',
    stream: null,
    reason: 'unstable',
    detail,
    advice,
  });
  const { median } = draws.radius;
  if (!ensemble)
    return draws.unstableShare > 0.5
      ? failed(`every act brings ${median.toPrecision(3)} further ones, so that exchanges never end`)
      : null;
  return ensemble.ranAway > MOST_RUN_AWAY * ensemble.paths
    ? failed(`${ensemble.ranAway} of ${ensemble.paths} futures grow past a million events a step`)
    : null;
}
