import type { ShownForecast } from './shownForecast.ts';

/** What has no part in a model, by reason: a reason that many share is said once. In the order of first mention. */
export function groupLeftOut(
  leftOut: ShownForecast['leftOut'],
): readonly { readonly why: string; readonly what: readonly string[] }[] {
  const groups = new Map<string, Set<string>>();
  for (const { what, why } of leftOut) groups.set(why, (groups.get(why) ?? new Set()).add(what));
  return [...groups].map(([why, what]) => ({ why, what: [...what] }));
}
