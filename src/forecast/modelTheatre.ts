import {
  streamsOf,
  type CountPanel,
  type ModifierTerm,
  type Plan,
  type PlannedStream,
  type StreamModel,
} from '../model/index.ts';
import { claimTerms, type ClaimTerm } from './claimTerms.ts';
import { OWN_HISTORY } from './ownHistory.ts';
import type { LeftOut, RuleTerm, TheatreModel } from './theatreModel.ts';

/**
 * The plan as a model of how its streams arise: every stream that a claim speaks about follows on itself, has a level and a
 * trend as far as the record can show one, and the terms of the claims about it. What adds nothing is named in `leftOut`.
 */
export function modelTheatre(plan: Plan, panel: CountPanel): TheatreModel {
  const leftOut: LeftOut[] = [];
  const spoken = new Set(plan.claims.flatMap(({ test }) => streamsOf(test)));
  const streams = plan.streams.filter((stream) => {
    if (!spoken.has(stream.id)) return false;
    const why = obstacle(stream, plan, panel);
    if (why) leftOut.push({ what: stream.id, why });
    return why === null;
  });
  const known = new Set(streams.map(({ id }) => id));
  const rules: (RuleTerm & { readonly from: ClaimTerm })[] = [];
  for (const claim of plan.claims) {
    for (const term of claimTerms(claim, plan)) {
      const why = term.of === 'none' ? term.why : whyNot(term, known, rules);
      if (why !== null) leftOut.push({ what: claim.claim, why });
      if (why !== null || term.of === 'none') continue;
      const { stream, of } = term;
      rules.push({ claim: claim.claim, stream, term: term.term.name, of, from: term });
    }
  }
  return {
    streams: streams.map(({ id }) => modelStream(id, rules)),
    rules: rules.map(({ claim, stream, term, of }) => ({ claim, stream, term, of })),
    leftOut,
  };
}

function modelStream(
  stream: string,
  rules: readonly { readonly stream: string; readonly from: ClaimTerm }[],
): StreamModel {
  const own = rules.filter((rule) => rule.stream === stream).map(({ from }) => from);
  return {
    stream,
    answers: [
      { ...OWN_HISTORY, from: stream },
      ...own.flatMap((one) => (one.of === 'answer' ? [one.term] : [])),
    ],
    modifiers: own.flatMap((one) => (one.of === 'modifier' ? [one.term] : [])),
  };
}

function obstacle({ id, untestable, unit }: PlannedStream, plan: Plan, panel: CountPanel): string | null {
  if (untestable) return untestable.detail;
  if (!panel.streams.includes(id)) return 'is not counted';
  if (unit.of === 'days') return 'counts days on which something happened, of which there is one at most';
  const isDated = plan.claims.some(({ test }) => test.kind === 'event' && test.stream === id);
  return isDated ? 'is about one day' : null;
}

/** Why a term cannot stand in a model of these streams, or null. */
function whyNot(
  term: Exclude<ClaimTerm, { of: 'none' }>,
  known: ReadonlySet<string>,
  rules: readonly { readonly claim: string; readonly from: ClaimTerm }[],
): string | null {
  const sources = term.of === 'answer' ? [term.term.from, term.term.gate?.of] : [sourceOf(term.term)];
  const unknown = [term.stream, ...sources].find((one) => one !== undefined && !known.has(one));
  if (unknown !== undefined) return `reads ${unknown}, which is not forecast`;
  if (term.of === 'answer' && term.term.from === term.stream && !term.term.gate)
    return 'is the stream’s own history, which is in the model already';
  const same = rules.find(
    ({ from }) =>
      from.of === term.of &&
      from.stream === term.stream &&
      JSON.stringify({ ...from.term, name: '' }) === JSON.stringify({ ...term.term, name: '' }),
  );
  return same ? `is the same term as ${same.claim}` : null;
}

function sourceOf(term: ModifierTerm): string | undefined {
  if (term.of === 'recent' || term.of === 'together') return term.stream;
  return term.of === 'gate' ? term.gate.of : undefined;
}
