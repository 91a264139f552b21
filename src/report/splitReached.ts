import { formatCount } from './formatNumber.ts';
import type { ShownEffect } from './shownWhatIf.ts';

/** More untouched patterns than these are told in one sentence. */
const FEW = 3;

/** Effects that are told one by one, and one sentence about the patterns that the change does not reach, where they are many. */
export function splitReached(effects: readonly ShownEffect[]): {
  readonly told: readonly ShownEffect[];
  readonly sentence: string | null;
} {
  const untouched = effects.filter(
    ({ effect }) => effect !== null && effect.difference === 0 && effect.fewer === 0 && effect.more === 0,
  );
  if (untouched.length <= FEW) return { told: effects, sentence: null };
  const names = [...new Set(untouched.map(({ stream }) => stream))].join('; ');
  return {
    told: effects.filter((effect) => !untouched.includes(effect)),
    sentence: `No difference in any future, since the change does not reach them (${formatCount(untouched.length, 'pattern')}): ${names}.`,
  };
}
