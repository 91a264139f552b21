import { streamsOf } from '../model/index.ts';
import type { Event } from '../record/index.ts';
import { streamOf, type Judgement, type JudgeContext } from './judge/context.ts';
import type { ClaimDirection, Guard, Verdict } from './verdict.ts';

/** Adds to every verdict what it rests on where the record does not say who acted, or whose dead were counted. */
export function noteDirection(judgement: Judgement, context: JudgeContext): Judgement {
  const own = context.direction?.claims.get(context.claimPlan.claim);
  const notes = [own ? wordDirection(own) : null, wordSides(context)].filter((note) => note !== null);
  if (notes.length === 0) return judgement;
  const parts = judgement.parts.map((verdict) =>
    isJudged(verdict) ? addNotes(verdict, notes, own) : verdict,
  );
  return { ...judgement, parts };
}

function isJudged({ finding }: Verdict): boolean {
  return finding !== 'not testable';
}

function addNotes(verdict: Verdict, notes: readonly string[], own: ClaimDirection | undefined): Verdict {
  const guards = own ? [...verdict.guards, directionGuard(own)] : verdict.guards;
  return { ...verdict, guards, sentence: [verdict.sentence, ...notes].join(' ') };
}

function directionGuard(own: ClaimDirection): Guard {
  const untold = own.undirected + own.byMeans;
  return {
    name: 'direction told (explains, does not decide)',
    passed: null,
    value: own.events === 0 ? null : 1 - untold / own.events,
    detail: `${own.events - untold} of ${own.events} events tell who acted on whom`,
  };
}

function wordDirection({ events, undirected, byMeans }: ClaimDirection): string | null {
  const notes = [
    undirected > 0 &&
      `${undirected} of ${events} events of this claim tell no direction; both orders are counted, so there it speaks of events between the two sides.`,
    byMeans > 0 &&
      `${byMeans} of ${events} events of this claim tell no direction; both orders are counted, because the file says that one side alone has the means.`,
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : notes.join(' ');
}

/** Whose dead `killing …` compares; null where the claim does not limit its events so. */
function wordSides({ plan, claimPlan, events }: JudgeContext): string | null {
  const streams = streamsOf(claimPlan.test)
    .map((id) => streamOf(plan, id))
    .filter(({ selection }) => selection.anyOf.some(({ size }) => size?.measure === 'killed'));
  const rows = streams.flatMap(({ id }) => events.get(id) ?? []);
  if (rows.length === 0) return null;
  const told = rows.filter(tellsSides).length;
  if (told === 0)
    return 'The dead are counted in all, since the record does not tell on which side they fell.';
  if (told === rows.length) return "The dead are those on the target's side.";
  return `The dead are those on the target's side in ${told} of ${rows.length} events, in all in the others.`;
}

function tellsSides({ killedTargets, killedInitiators }: Event): boolean {
  return killedTargets !== null || killedInitiators !== null;
}
