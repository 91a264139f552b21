import type { Trend, TrendWord } from './document.ts';

/** `fall` and `falls` say the same. */
export function trendOf(word: TrendWord): Trend {
  if (word === 'fall') return 'falls';
  return word === 'rise' ? 'rises' : word;
}
