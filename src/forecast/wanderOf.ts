import type { CountPanel, EndemicColumn, StreamModel } from '../model/index.ts';
import type { StreamDraws } from './theatreDraws.ts';

/** Days between two levels that are compared where the trend has no knots. */
const LINE_DAYS = 90;

/**
 * How far the log level of a stream wanders in one step, by draw: root mean square of its changes from knot to knot over the
 * fitted stretch, per √step. Null where the model has no trend, or the stretch is too short to tell.
 */
export function wanderOf(
  { trend = 'none' }: StreamModel,
  columns: readonly EndemicColumn[],
  { names, draws }: StreamDraws,
  { recorded, stepDays }: CountPanel,
): Float64Array | null {
  const moving = columns.filter(({ name, penaltyGroup }) => name === 'trend' || penaltyGroup === 'trend');
  if (trend === 'none' || moving.length === 0) return null;
  const span = typeof trend === 'object' ? trend.knotSteps : Math.round(LINE_DAYS / stepDays);
  const first = recorded.indexOf(1);
  const last = recorded.lastIndexOf(1);
  const changes = Math.floor((last - first) / span);
  if (changes < 2) return null;
  const betas = moving.map(({ name }) => draws[names.indexOf(name)]!);
  // Back from the end, so that the last change is the latest.
  const steps = moving.map(({ values }) =>
    Float64Array.from(
      { length: changes },
      (_, i) => values[last - i * span]! - values[last - (i + 1) * span]!,
    ),
  );
  return Float64Array.from(betas[0]!, (_, s) => {
    let squares = 0;
    for (let i = 0; i < changes; i++) {
      let change = 0;
      for (let j = 0; j < moving.length; j++) change += betas[j]![s]! * steps[j]![i]!;
      squares += change * change;
    }
    return Math.sqrt(squares / changes / span);
  });
}
