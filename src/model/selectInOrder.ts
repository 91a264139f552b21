import type { DirectionPolicy, ResolvedPattern, Theatre } from '../language/index.ts';
import type { EventSelection } from '../record/index.ts';
import { namesNoSide, selectEvents } from './selectEvents.ts';

/** Who acts on whom in a record; null stands for every record. */
export interface RecordPolicy {
  readonly record: string | null;
  readonly direction: DirectionPolicy;
}

/** What one pattern takes of one record, and which of it counts without a direction. */
export interface OrderedSelections {
  readonly selections: readonly EventSelection[];
  /** Taken whichever side acted: nothing tells who did. */
  readonly undirected: readonly EventSelection[];
  /** Taken whichever side acted, because the file says that one of them alone has the means. */
  readonly byMeans: readonly EventSelection[];
}

/** The act that holds every act of force: no side alone has the means for it. */
const FORCE = 'force';

/** How each record of events tells who acted; one policy for all where they agree. */
export function listPolicies({ records }: Pick<Theatre, 'records'>): RecordPolicy[] {
  const own = records
    .filter(({ countsPer }) => countsPer === null)
    .map(({ file, direction }): RecordPolicy => ({ record: file, direction: direction.value }));
  const first = own[0] ?? { direction: 'recorded' as const };
  const agree = own.every(({ direction }) => direction === first.direction);
  return agree ? [{ record: null, direction: first.direction }] : own;
}

/** The events of some patterns in every record, each in the orders in which the record may mean them. */
export function selectInOrder(
  patterns: readonly ResolvedPattern[],
  policies: readonly RecordPolicy[],
  context: {
    readonly theatre: Theatre;
    readonly trigger: ResolvedPattern | null;
    readonly coarsestDays: number | null;
  },
): OrderedSelections[] {
  const { theatre, trigger, coarsestDays } = context;
  return patterns.flatMap((pattern) =>
    policies.map(({ record, direction: stated }): OrderedSelections => {
      const direction = stated === 'by means' && pattern.act.name === FORCE ? 'as told' : stated;
      const selections = selectEvents(pattern, { theatre, record, direction, trigger }).map((selection) => ({
        ...selection,
        coarsestDays,
      }));
      const untold = selections.map((one): EventSelection => ({ ...one, direction: 'untold' }));
      if (direction === 'recorded' || namesNoSide(pattern))
        return { selections, undirected: [], byMeans: [] };
      if (direction === 'by means') return { selections, undirected: [], byMeans: untold };
      return { selections, undirected: direction === 'either way' ? selections : untold, byMeans: [] };
    }),
  );
}
