import type { ResolvedAmount, Theatre } from '../language/index.ts';
import { planAmount, type Plan, type PlannedStream } from '../model/index.ts';
import { selectionInside } from '../record/index.ts';

/** Streams of the plan that a what-if's amount speaks of, by id. */
export interface MatchedStreams {
  /** The amount itself is counted. */
  readonly equal: readonly string[];
  /** Every event of the stream is one of the amount: a part of it, or its deaths. */
  readonly inside: readonly string[];
  /** Some events of the stream may be of the amount and some are not; nothing tells how many. */
  readonly partly: readonly string[];
  /** The other way round: they share events that do not tell who acted, where the record has such, and no others. */
  readonly untold: readonly string[];
}

/** Which streams of the plan an amount speaks of, by the filters of both. */
export function matchStreams(theatre: Theatre, plan: Plan, amount: ResolvedAmount): MatchedStreams {
  const wanted = planAmount(theatre, amount);
  const of = (test: (stream: PlannedStream) => boolean) =>
    plan.streams.filter((stream) => sameUnit(wanted, stream) && test(stream)).map(({ id }) => id);
  const equal = of(
    (stream) => isInside(stream, wanted) && isInside(wanted, stream) && sameKind(wanted, stream),
  );
  const inside = of((stream) => isInside(stream, wanted)).filter((id) => !equal.includes(id));
  const other = (stream: PlannedStream) => !equal.includes(stream.id) && !inside.includes(stream.id);
  const partly = of((stream) => other(stream) && mayShare(stream, wanted, true));
  const untold = of(
    (stream) => other(stream) && !partly.includes(stream.id) && mayShare(stream, wanted, false),
  );
  return { equal, inside, partly, untold };
}

/** What happens to events happens to their deaths and days too; deaths and days by themselves say nothing of events. */
function sameUnit(amount: PlannedStream, stream: PlannedStream): boolean {
  return amount.unit.of === 'events' || sameKind(amount, stream);
}

function sameKind({ unit: a }: PlannedStream, { unit: b }: PlannedStream): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isInside(inner: PlannedStream, outer: PlannedStream): boolean {
  if (inner.columns !== null || outer.columns !== null) {
    const held = outer.columns ?? [];
    return (
      inner.columns !== null &&
      inner.columns.every(({ record, column }) =>
        held.some((one) => one.record === record && one.column === column),
      )
    );
  }
  const { anyOf } = inner.selection;
  return (
    anyOf.length > 0 &&
    anyOf.every((one) =>
      // How exactly dates must be known is a matter of counting, not of what is counted.
      outer.selection.anyOf.some((wide) => selectionInside(one, { ...wide, coarsestDays: null })),
    )
  );
}

/** Some event may be of both; `told`: one whose doer the record tells. */
function mayShare(stream: PlannedStream, amount: PlannedStream, told: boolean): boolean {
  if (stream.columns !== null || amount.columns !== null) {
    const held = amount.columns ?? [];
    return (stream.columns ?? []).some(({ record, column }) =>
      held.some((one) => one.record === record && one.column === column),
    );
  }
  return stream.selection.anyOf.some((a) =>
    amount.selection.anyOf.some(
      (b) =>
        (!told || (a.direction !== 'untold' && b.direction !== 'untold')) &&
        shareNames(a.initiators.anyOf, b.initiators.anyOf) &&
        shareNames(a.targets?.anyOf ?? null, b.targets?.anyOf ?? null) &&
        (a.actClasses.some((one) => b.actClasses.includes(one)) ||
          a.actCodes.some((one) => b.actCodes.includes(one))),
    ),
  );
}

function shareNames(
  a: readonly { readonly name: string }[] | null,
  b: readonly { readonly name: string }[] | null,
): boolean {
  return a === null || b === null || a.some(({ name }) => b.some((other) => other.name === name));
}
