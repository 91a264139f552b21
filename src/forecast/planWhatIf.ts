import type { DayInterval } from '../calendar/index.ts';
import type { ResolvedAmount, Theatre, WhatIf } from '../language/index.ts';
import type { Plan } from '../model/index.ts';
import type { ForecastChange } from './ensemble.ts';
import { matchStreams, type MatchedStreams } from './matchStreams.ts';
import { sampleQuantile } from './sampleQuantile.ts';
import type { TheatreDraws } from './theatreDraws.ts';
import type { RuleTerm, TheatreModel } from './theatreModel.ts';

/** A what-if as changes of a theatre that runs forward, or why the theatre cannot answer it. */
export type WhatIfPlan =
  | {
      readonly kind: 'planned';
      readonly days: DayInterval;
      readonly changes: readonly ForecastChange[];
      /** Claims whose truth, and whose causal reading, the answer takes for granted. */
      readonly restsOn: readonly string[];
      /** What was decided on the way, one sentence each. */
      readonly notes: readonly string[];
      /** Streams that are not changed themselves but reached, and the claims whose rules reach them. */
      readonly reached: readonly { readonly stream: string; readonly through: readonly string[] }[];
      /** Streams that are left as they are, though some of their events may be of what is changed. */
      readonly undecided: readonly string[];
    }
  | { readonly kind: 'impossible'; readonly detail: string };

type Found =
  | {
      readonly changes: readonly ForecastChange[];
      readonly restsOn: readonly string[];
      readonly notes: readonly string[];
      readonly undecided?: readonly string[];
    }
  | string;

/**
 * Theatre's what-if → changes. `without CLAIM` drops every term of the claim; `truce …` puts the latest truce that the
 * record shows between the two sides in force again, at its fitted strength, or leaves the percentage it is given; `during PERIOD`
 * makes the days count as days of a period; `no Q` and `N percent of Q` multiply the rates of Q and of what lies wholly
 * inside it.
 */
export function planWhatIf(theatre: Theatre, plan: Plan, draws: TheatreDraws, whatIf: WhatIf): WhatIfPlan {
  const days = { first: whatIf.from, last: whatIf.from + whatIf.days - 1 };
  const parts = [
    ...whatIf.without.map((claim) => dropClaim(claim, draws, days)),
    ...whatIf.truces.map((truce) =>
      truce.percent === null
        ? holdTruce(theatre, plan, draws, truce.amount, days)
        : scaleRate(theatre, plan, draws, { amount: truce.amount, percent: truce.percent }, days),
    ),
    ...whatIf.periods.map((period) => openPeriod(theatre, draws, period, days)),
    ...whatIf.scaled.map((change) => scaleRate(theatre, plan, draws, change, days)),
  ];
  const fault = parts.find((part) => typeof part === 'string');
  if (typeof fault === 'string') return { kind: 'impossible', detail: fault };
  const found = parts.filter((part) => typeof part !== 'string');
  const changes = found.flatMap((part) => part.changes);
  const isChanged = (stream: string) => changes.some((change) => change.stream === stream);
  return {
    kind: 'planned',
    days,
    changes,
    reached: listReached(draws.model, new Set(changes.map(({ stream }) => stream))),
    restsOn: [...new Set(found.flatMap(({ restsOn }) => restsOn))],
    notes: [...new Set(found.flatMap(({ notes }) => notes))],
    undecided: [...new Set(found.flatMap(({ undecided = [] }) => undecided))].filter((id) => !isChanged(id)),
  };
}

function dropClaim(claim: string, { model }: TheatreDraws, days: DayInterval): Found {
  const terms = model.rules.filter((rule) => rule.claim === claim && isFitted(model, rule));
  if (terms.length === 0) {
    const why = model.leftOut.find(({ what }) => what === claim)?.why;
    return `${claim} has no part in the model that could be dropped${why === undefined ? '.' : `: it ${why}.`}`;
  }
  return {
    changes: terms.map(({ stream, term }) => ({ of: 'drop', stream, term, days })),
    restsOn: [claim],
    notes: [],
  };
}

/**
 * What is said of the period happens on the days: acts that come only in it, rules that hold in it, changes dated by it; rules
 * that hold outside it do not.
 */
function openPeriod(theatre: Theatre, { model }: TheatreDraws, period: string, days: DayInterval): Found {
  const changes = model.rules
    .filter((rule) => isFitted(model, rule))
    .flatMap(({ claim, stream, term, of }): (ForecastChange & { readonly claim: string })[] => {
      const how = holdsIn(
        theatre.claims.find(({ name }) => name === claim),
        theatre,
        period,
      );
      if (how === null) return [];
      const inside = of === 'answer' ? 'open' : 'hold';
      const change = how === 'outside' ? 'drop' : inside;
      // Only dated modifiers can be held: others follow what happened lately.
      const own = model.streams.find((one) => one.stream === stream)?.modifiers ?? [];
      const isDated = own.some(
        ({ name, of: kind }) => name === term && ['dates', 'steady', 'truce'].includes(kind),
      );
      return change === 'hold' && !isDated ? [] : [{ of: change, claim, stream, term, days }];
    });
  if (changes.length === 0)
    return `No claim that is modelled holds only during or outside ${period}, so opening it changes nothing.`;
  return {
    changes: changes.map(({ claim: _claim, ...change }) => change),
    restsOn: changes.map(({ claim }) => claim),
    notes: [],
  };
}

function holdsIn(
  claim: Theatre['claims'][number] | undefined,
  { periods }: Theatre,
  period: string,
): 'inside' | 'outside' | null {
  if (!claim) return null;
  const { name, form, restrictions } = claim;
  if (form.kind === 'truce' && name === period) return 'inside';
  if (form.kind === 'onlyDuring') return form.period === period ? 'inside' : null;
  for (const restriction of restrictions)
    if ((restriction.kind === 'during' || restriction.kind === 'outside') && restriction.period === period)
      return restriction.kind === 'during' ? 'inside' : 'outside';
  const spans = periods.find(({ name }) => name === period)?.spans.map(({ first, last }) => [first, last]);
  const isDated = (form.kind === 'change' || form.kind === 'truce') && spans !== undefined;
  if (!isDated) return null;
  const own = form.spans.map(({ first, last }) => [first, last]);
  return JSON.stringify(own) === JSON.stringify(spans) ? 'inside' : null;
}

/** Streams behind the changed ones along the rules of the model, each with every claim on the way. */
function listReached(
  model: TheatreModel,
  changed: ReadonlySet<string>,
): { readonly stream: string; readonly through: readonly string[] }[] {
  const through = new Map<string, Set<string>>([...changed].map((stream) => [stream, new Set<string>()]));
  for (let grown = true; grown;) {
    grown = false;
    for (const rule of model.rules) {
      if (changed.has(rule.stream) || !isFitted(model, rule)) continue;
      const before = sourcesOf(model, rule).flatMap((source) =>
        source !== rule.stream && through.has(source) ? [...through.get(source)!, rule.claim] : [],
      );
      const known = through.get(rule.stream) ?? new Set<string>();
      const size = known.size;
      before.forEach((claim) => known.add(claim));
      if (known.size > size) {
        through.set(rule.stream, known);
        grown = true;
      }
    }
  }
  return [...through]
    .filter(([stream]) => !changed.has(stream))
    .map(([stream, claims]) => ({ stream, through: [...claims] }));
}

/** Streams whose counts move the term. */
function sourcesOf(model: TheatreModel, { stream, term }: RuleTerm): string[] {
  const own = model.streams.find((one) => one.stream === stream);
  const answers = (own?.answers ?? []).filter(({ name }) => name === term);
  const modifiers = (own?.modifiers ?? []).filter(({ name }) => name === term);
  return [
    ...answers.flatMap(({ from, gate }) => (gate ? [from, gate.of] : [from])),
    ...modifiers.flatMap((one) => {
      if (one.of === 'recent' || one.of === 'together') return [one.stream];
      return one.of === 'gate' ? [one.gate.of] : [];
    }),
  ];
}

/** A stream that could be fitted only without rules has lost the term. */
function isFitted(model: TheatreModel, { stream, term }: RuleTerm): boolean {
  const own = model.streams.find((one) => one.stream === stream);
  const names = [...(own?.answers ?? []), ...(own?.modifiers ?? [])].map(({ name }) => name);
  return names.includes(term);
}

function holdTruce(
  theatre: Theatre,
  plan: Plan,
  draws: TheatreDraws,
  direction: ResolvedAmount,
  days: DayInterval,
): Found {
  const matched = matchStreams(theatre, plan, direction);
  const { equal, inside } = matched;
  const held = latestTruce(plan, draws, equal);
  if (held === null)
    return `No claim of the file is a truce that the record shows in ${direction.text}, so nothing tells how strong one would be.`;
  const strength = Math.exp(medianOf(draws, held));
  const alike = modelled([...equal, ...inside], draws).filter((id) => id !== held.stream);
  return {
    changes: [
      { of: 'hold', stream: held.stream, term: held.term, days },
      ...alike.map((stream): ForecastChange => ({ of: 'factor', stream, factor: strength, days })),
    ],
    restsOn: [held.claim],
    notes: [
      ...(alike.length === 0
        ? []
        : [
            `${quote(alike, plan)}: part of ${direction.text}, multiplied by ${strength.toPrecision(2)}, the middle of what ${held.claim} did.`,
          ]),
      ...tellLeft(matched, direction, plan, draws),
    ],
    undecided: modelled(matched.partly, draws),
  };
}

/** What is left as it is, in sentences. */
function tellLeft(
  { partly, untold }: MatchedStreams,
  { text }: ResolvedAmount,
  plan: Plan,
  draws: TheatreDraws,
): string[] {
  const [some, mirrored] = [partly, untold].map((ids) => quote(modelled(ids, draws), plan));
  return [
    ...(some ? [`Not changed, though some of it may be ${text}: ${some}.`] : []),
    ...(mirrored
      ? [
          `Not changed, though it also counts the rows, if there are any, that do not tell who acted: ${mirrored}.`,
        ]
      : []),
  ];
}

function modelled(ids: readonly string[], { streams }: TheatreDraws): string[] {
  return ids.filter((id) => streams.some(({ stream }) => stream === id));
}

function quote(ids: readonly string[], plan: Plan): string {
  return ids.map((id) => `“${textOf(plan, id)}”`).join(', ');
}

/** Larger factors say nothing about any theatre, and paths would only run away. */
const LARGEST_PERCENT = 10_000;

function scaleRate(
  theatre: Theatre,
  plan: Plan,
  draws: TheatreDraws,
  { percent, amount }: WhatIf['scaled'][number],
  days: DayInterval,
): Found {
  if (percent > LARGEST_PERCENT)
    return `${percent} percent of ${amount.text}: at most ${LARGEST_PERCENT} percent can be asked for.`;
  const matched = matchStreams(theatre, plan, amount);
  const touched = modelled([...matched.equal, ...matched.inside], draws);
  const left = modelled(matched.partly, draws);
  if (touched.length === 0)
    return (
      `No claim that is modelled speaks of ${amount.text}` +
      (left.length === 0 ? '.' : `; what may be a part of it is ${quote(left, plan)}.`)
    );
  return {
    changes: touched.map((stream) => ({ of: 'factor', stream, factor: percent / 100, days })),
    restsOn: [],
    notes: tellLeft(matched, amount, plan, draws),
    undecided: left,
  };
}

/** The modifier of the truce claim that ended last, on one of the streams. */
function latestTruce(plan: Plan, { model }: TheatreDraws, streams: readonly string[]): RuleTerm | null {
  const endOf = (claim: string) => {
    const test = plan.claims.find((one) => one.claim === claim)?.test;
    return test?.kind === 'truce' ? (test.windows.at(-1)?.last ?? null) : null;
  };
  return model.rules
    .filter(
      (rule) =>
        rule.of === 'modifier' &&
        streams.includes(rule.stream) &&
        endOf(rule.claim) !== null &&
        isFitted(model, rule),
    )
    .reduce<RuleTerm | null>(
      (latest, rule) => (latest === null || endOf(rule.claim)! > endOf(latest.claim)! ? rule : latest),
      null,
    );
}

function medianOf({ streams }: TheatreDraws, { stream, term }: RuleTerm): number {
  const held = streams.find((one) => one.stream === stream);
  const draws = held?.draws[held.names.indexOf(term)];
  if (!draws) throw new Error(`no draws of "${term}" of stream "${stream}"`);
  return sampleQuantile(Float64Array.from(draws).sort(), 0.5);
}

function textOf(plan: Plan, id: string): string {
  return plan.streams.find((stream) => stream.id === id)?.text ?? id;
}
