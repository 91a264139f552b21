import { namedTwice, rivalWithoutOutcome, rivalsDiffer } from './claimMessages.ts';
import type { ItemOfKind } from './document.ts';
import { findNamed } from './resolveNames.ts';
import type { Scope } from './scope.ts';
import type { ActorSet, Claim, ResolvedPattern } from './theatre.ts';
import { amountsOf } from './amountsOf.ts';

/** The claims set against each other, or null when one of them is not there; warns where they predict different things. */
export function resolveRivals(
  scope: Scope,
  item: ItemOfKind<'rivals'>,
  claims: readonly Claim[],
): readonly string[] | null {
  const found = item.claims.map((name) => findNamed(scope, name, ['claim'], item.at));
  const twice = item.claims.find((name, index) => item.claims.indexOf(name) < index);
  if (twice !== undefined) scope.tell(namedTwice('rivals', twice), item.at, twice);
  if (found.includes(null) || twice !== undefined) return null;
  const resolved = item.claims.flatMap((name) => claims.find((claim) => claim.name === name) ?? []);
  // A claim that is wrong itself is told where it stands.
  if (resolved.length < item.claims.length) return null;
  tellIncomparable(scope, item, resolved);
  return item.claims;
}

function tellIncomparable(scope: Scope, item: ItemOfKind<'rivals'>, claims: readonly Claim[]): void {
  const testable = claims.filter(({ form }) => form.kind !== 'untestable');
  const [first, ...others] = testable;
  if (!first) return;
  for (const claim of claims) {
    if (!testable.includes(claim)) scope.tell(rivalWithoutOutcome(claim.name), item.at, claim.name);
  }
  const different = others.find((other) => !speakOfTheSame(first, other));
  if (different) scope.tell(rivalsDiffer(first.name, different.name), item.at, different.name);
}

/** Two accounts of the same events share an act, and the one who acts or the one acted upon. */
function speakOfTheSame(a: Claim, b: Claim): boolean {
  return outcomesOf(a).some((one) => outcomesOf(b).some((other) => overlap(one, other)));
}

/** What a claim predicts: the answers of a rule, else all it speaks of. */
function outcomesOf({ form }: Claim): readonly ResolvedPattern[] {
  return 'response' in form ? form.response.patterns : amountsOf(form).flatMap(({ patterns }) => patterns);
}

function overlap(a: ResolvedPattern, b: ResolvedPattern): boolean {
  const acts =
    a.act.classes.some((name) => b.act.classes.includes(name)) ||
    a.act.codes.some((code) => b.act.codes.includes(code));
  return acts && (actorsMeet(a.actor, b.actor) || actorsMeet(a.target, b.target));
}

function actorsMeet(a: ActorSet | null, b: ActorSet | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.anyone || b.anyone || a.sameActor || b.sameActor) return true;
  return a.members.some(({ actor }) => b.members.some((member) => member.actor === actor));
}
