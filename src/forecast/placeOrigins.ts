import type { CountPanel } from '../model/index.ts';
import type { BacktestOptions } from './backtestResult.ts';

/**
 * How many steps are known at each origin, rising and evenly spread: from the end of the first history to where the longest
 * horizon still fits into the record. Fewer than asked for where there is no room, none where there is none at all.
 */
export function placeOrigins(panel: CountPanel, options: BacktestOptions): number[] {
  const longest = Math.max(...options.horizons.map(({ last }) => last));
  const first = options.history ?? Math.max(60, Math.floor(panel.steps / 2));
  const last = panel.steps - longest;
  if (last < first || options.origins < 1) return [];
  const between = Math.max(1, options.origins - 1);
  const places = Array.from({ length: options.origins }, (_, i) =>
    Math.round(options.origins === 1 ? last : first + ((last - first) * i) / between),
  );
  return [...new Set(places)];
}
