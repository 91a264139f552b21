import { actNamed } from './actWords.ts';
import { wholeNumberOfEvents } from './claimMessages.ts';
import { didYouMean } from './didYouMean.ts';
import type { Amount, AmountUnit, Pattern, Quantity, Size, SourceSpan } from './document.ts';
import { printAmount, printPattern } from './printPattern.ts';
import { resolveDate } from './resolveDates.ts';
import { NOTHING_EARLIER, resolveActors, resolveWhere, type Earlier } from './resolveSets.ts';
import type { Scope } from './scope.ts';
import { unknownAct, unknownMeasure } from './semanticMessages.ts';
import { STANDARD_ACTS } from './standardActs.ts';
import type { Act, ResolvedAmount, ResolvedPattern, ResolvedSize } from './theatre.ts';

const SHOWN_ACTS = 8;

/** Everything an amount counts, or null when a part of it is wrong; every mistake in it is told. */
export function resolveAmount(
  scope: Scope,
  amount: Amount,
  earlier: Earlier = NOTHING_EARLIER,
): ResolvedAmount | null {
  const unit = resolveUnit(scope, amount.unit, amount.at);
  const patterns = amount.patterns.map((pattern) => resolvePattern(scope, pattern, earlier));
  const whole = patterns.filter((pattern) => pattern !== null);
  if (unit === null || whole.length < patterns.length || whole.length === 0) return null;
  return { text: printAmount(amount), unit, patterns: whole };
}

/** A pattern with its actors, act, places, date and size resolved, or null when a part of it is wrong. */
export function resolvePattern(
  scope: Scope,
  pattern: Pattern,
  earlier: Earlier = NOTHING_EARLIER,
): ResolvedPattern | null {
  const actor = resolveActors(scope, pattern.actor, earlier);
  const act = resolveAct(scope, pattern.act, pattern.at);
  // A pattern names its own actor first, so its target may repeat that one.
  const target = pattern.target && resolveActors(scope, pattern.target, { ...earlier, actor: true });
  const where = pattern.where && resolveWhere(scope, pattern.where, earlier);
  const date = pattern.date === null ? null : resolveDate(scope, pattern.date, pattern.at);
  const size = pattern.size && resolveSize(scope, pattern.size);
  const missing =
    (pattern.target && !target) ||
    (pattern.where && !where) ||
    (pattern.date && !date) ||
    (pattern.size && !size);
  if (!actor || !act || missing) return null;
  return { text: printPattern(pattern), actor, act, target, where, date, size };
}

/** What a later part of the sentence may point back to with `the same place`, `the same actor` and `elsewhere`. */
export function namedEarlier(amount: ResolvedAmount | null): Earlier {
  if (amount === null) return NOTHING_EARLIER;
  const places = amount.patterns.flatMap(({ where }) => where?.places ?? []);
  return { actor: true, places: [...new Set(places)] };
}

function resolveAct(scope: Scope, name: string, at: SourceSpan): Act | null {
  const known = [...scope.acts.keys()];
  // The parser knows the acts of its own file only: a plural of an act from a used file is brought back here.
  const act = scope.acts.get(name) ?? scope.acts.get(actNamed(name, new Set(known)) ?? '');
  if (act) return act;
  if (actNamed(name, scope.lost) !== null) return null;
  const proposal = didYouMean(
    name,
    known.map((known) => ({ name: known, also: [] })),
  );
  scope.tell(unknownAct(name, proposal, Object.keys(STANDARD_ACTS).slice(0, SHOWN_ACTS)), at, name);
  return null;
}

function resolveUnit(scope: Scope, unit: AmountUnit, at: SourceSpan): AmountUnit | null {
  if (unit.of !== 'measure') return unit;
  return resolveMeasure(scope, unit.measure, at) === null ? null : unit;
}

function resolveSize(scope: Scope, size: Size): ResolvedSize | null {
  checkWhole(scope, size.quantity, size.at);
  const quantity = size.quantity;
  if (size.of === 'killing') return { measure: 'killed', quantity };
  if (size.of === 'wounding') return { measure: 'wounded', quantity };
  const measure = resolveMeasure(scope, size.measure ?? '', size.at);
  return measure === null ? null : { measure, quantity };
}

/** Deaths, wounded and events come in whole numbers. */
function checkWhole(scope: Scope, quantity: Quantity, at: SourceSpan): void {
  if (!Number.isInteger(quantity.value)) scope.tell(wholeNumberOfEvents(quantity.value), at);
}

/** `killed`, `wounded`, or a measure that a record declares. */
export function resolveMeasure(scope: Scope, measure: string, at: SourceSpan): string | null {
  if (measure === 'killed' || measure === 'wounded' || scope.measures.has(measure)) return measure;
  scope.tell(unknownMeasure(measure, ['killed', 'wounded', ...scope.measures]), at, measure);
  return null;
}
