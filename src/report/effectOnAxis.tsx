/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Verdict } from '../evidence/index.ts';
import { describeEstimate, describeInterval, isUnknown } from './describeEffect.ts';
import { effectKind, type EffectAxis } from './effectAxis.ts';
import { EffectMiniature } from './effectMiniature.tsx';
import { UNKNOWN } from './formatNumber.ts';

interface EffectOnAxisProps {
  readonly effect: Verdict['effect'];
  readonly axes: ReadonlyMap<string, EffectAxis>;
}

/** An effect drawn on the axis of its kind, with its number and interval in words. */
export function EffectOnAxis({ effect, axes }: EffectOnAxisProps) {
  if (effect === null || isUnknown(effect)) return <span class="dim">{UNKNOWN}</span>;
  const axis = axes.get(effectKind(effect));
  const interval = describeInterval(effect);
  return (
    <div>
      {axis === undefined ? null : <EffectMiniature effect={effect} axis={axis} />}
      <span class="note">
        <b>{describeEstimate(effect)}</b>
        {interval === '' ? null : (
          <>
            {' '}
            <span class="interval-text">{interval}</span>
          </>
        )}
      </span>
    </div>
  );
}
