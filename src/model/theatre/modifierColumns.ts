import type { ModifierColumn } from '../design.ts';
import { recentMean } from '../recentMean.ts';
import { gateOpen } from './gateOpen.ts';
import { onDays } from './onDays.ts';
import type { ModifierTerm, PanelFrame } from './streamModel.ts';

/** The columns z of one modifier; `countsOf` gives the counts of a stream by name. */
export function modifierColumns(
  term: ModifierTerm,
  frame: PanelFrame,
  countsOf: (stream: string) => Float64Array,
): ModifierColumn[] {
  const { name } = term;
  switch (term.of) {
    case 'recent':
      return [{ name, z: recentMean(countsOf(term.stream), frame.recorded, term.steps) }];
    case 'together':
      return [{ name, z: recentMean(countsOf(term.stream), frame.recorded, term.steps).map(Math.log1p) }];
    case 'dates':
      return [{ name, z: Float64Array.from(onDays(frame, term.days)) }];
    case 'steady': {
      const { first, last } = term.days;
      const share = (t: number) => (frame.first + t * frame.stepDays - first) / Math.max(1, last - first);
      return [
        { name, z: Float64Array.from({ length: frame.steps }, (_, t) => Math.min(Math.max(share(t), 0), 1)) },
      ];
    }
    case 'truce': {
      const { days, expectedFrom } = term;
      const inside = { name, z: Float64Array.from(onDays(frame, [days])) };
      if (expectedFrom === undefined) return [inside];
      const before = onDays(frame, [{ first: expectedFrom, last: days.first - 1 }]);
      return [inside, { name: `${name} expected`, z: Float64Array.from(before) }];
    }
    case 'gate':
      return [{ name, z: Float64Array.from(gateOpen(countsOf(term.gate.of), frame.recorded, term.gate)) }];
  }
}
