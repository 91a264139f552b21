import type { CountPanel } from '../model/index.ts';
import { drawFloor } from './drawFloor.ts';
import { drawTheatre } from './drawTheatre.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { FLOORS } from './floorName.ts';
import type { ForecastResult } from './forecastResult.ts';
import { simulateEnsemble } from './simulateEnsemble.ts';
import { tellUnstable } from './tellUnstable.ts';
import type { FailedForecast } from './theatreDraws.ts';
import type { TheatreModel } from './theatreModel.ts';

/**
 * A theatre run forward from the panel's last step, with the floor family's draws of the same windows beside it. Undefined,
 * and then a `failed` value: a stream that cannot be fitted, or exchanges that feed themselves without end.
 */
export function forecastTheatre(
  model: TheatreModel,
  panel: CountPanel,
  options: EnsembleOptions,
): ForecastResult | FailedForecast {
  const draws = drawTheatre(model, panel, { seed: options.seed });
  if (draws.kind === 'failed') return draws;
  const early = tellUnstable(draws, null);
  if (early) return early;
  const ensemble = simulateEnsemble(draws, panel, options);
  const late = tellUnstable(draws, ensemble);
  if (late) return late;
  const floors = (options.windows ?? []).flatMap((window) =>
    FLOORS.flatMap((floor) =>
      draws.model.streams.map(({ stream }) => ({
        floor,
        stream,
        window: window.name,
        draws: drawFloor(floor, stream, panel, window, options),
      })),
    ),
  );
  return { kind: 'forecast', draws, ensemble, floors };
}
