import { namedTwice } from './claimMessages.ts';
import type { ItemOfKind } from './document.ts';
import { resolveFirstDay, resolveLength } from './resolveDates.ts';
import { resolveTruceHead } from './resolveForce.ts';
import { findNamed } from './resolveNames.ts';
import { resolveAmount } from './resolvePatterns.ts';
import type { Scope } from './scope.ts';
import type { WhatIf } from './theatre.ts';

/** A what-if with its days, the claims it drops, the truces it holds, the rates it scales; null when a part is wrong. */
export function resolveWhatIf(scope: Scope, item: ItemOfKind<'whatif'>): WhatIf | null {
  const from = resolveFirstDay(scope, item.from, item.at);
  const days = resolveLength(scope, item.count, item.unit, 'This what-if', item.at);
  const without: string[] = [];
  const periods: string[] = [];
  const scaled: WhatIf['scaled'][number][] = [];
  let whole = true;
  const truces = item.changes.flatMap((change) => {
    if (change.kind === 'holdTruce') {
      const directions = resolveTruceHead(scope, change.head, change.at);
      whole &&= directions !== null;
      return (directions ?? []).map((amount) => ({ amount, percent: change.percent }));
    }
    if (change.kind === 'open') {
      whole &&= findNamed(scope, change.period, ['period'], change.at) !== null;
      periods.push(change.period);
      return [];
    }
    if (change.kind === 'scaled') {
      const amount = resolveAmount(scope, change.amount);
      whole &&= amount !== null;
      if (amount !== null) scaled.push({ percent: change.percent, amount });
      return [];
    }
    const claim = findNamed(scope, change.claim, ['claim'], change.at);
    whole &&= claim !== null;
    if (without.includes(change.claim)) scope.tell(namedTwice('dropped claims', change.claim), change.at);
    without.push(change.claim);
    return [];
  });
  if (from === null || days === null || !whole) return null;
  return { title: item.title, from, days, without, truces, periods, scaled };
}
