import type { Guard, Verdict } from '../evidence/index.ts';
import { formatNumber, formatPercent } from './formatNumber.ts';

/**
 * What a supported part rests on: its power, and the checks it passed. Null where there is nothing to say: for other
 * findings, where a part before it was tested by the same checks, and of checks where a denial passed none of them.
 */
export function wordChecks(
  { finding, reason, power, guards }: Verdict,
  before: readonly Verdict[],
): string | null {
  if (finding !== 'supported') return null;
  const own = JSON.stringify(guards);
  if (before.some((other) => other.finding === 'supported' && JSON.stringify(other.guards) === own))
    return null;
  const able =
    power === null || power.power === null
      ? null
      : `Power ${formatPercent(power.power)} to see the smallest effect of interest, ${formatNumber(power.smallestEffect)}`;
  const passed = reason === 'equivalence' ? [] : nameWaves(guards.filter((guard) => guard.passed === true));
  const checks = passed.length === 0 ? null : `passed: ${passed.join(', ')}`;
  const facts = [able, checks].filter((fact) => fact !== null).join('; ');
  return facts === '' ? null : `${facts.charAt(0).toUpperCase()}${facts.slice(1)}.`;
}

/** The tests beside waves, T1 to T6, are named together. */
function nameWaves(guards: readonly Guard[]): string[] {
  const isWave = ({ name }: Guard) => /\(T\d\)$/.test(name);
  const waves = guards.filter(isWave);
  const first = guards.findIndex(isWave);
  return guards.flatMap((guard, index) => {
    if (waves.length < 2 || !isWave(guard)) return [guard.name];
    return index === first ? [`${waves.length} kinds of shared waves`] : [];
  });
}
