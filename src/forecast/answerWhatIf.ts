import { formatDay, type Day } from '../calendar/index.ts';
import type { Theatre, WhatIf } from '../language/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';
import { compareFutures } from './compareFutures.ts';
import { drawTheatre } from './drawTheatre.ts';
import type { Ensemble, EnsembleOptions, EnsembleWindow } from './ensemble.ts';
import { modelTheatre } from './modelTheatre.ts';
import { panelUpTo } from './panelUpTo.ts';
import { planWhatIf } from './planWhatIf.ts';
import { simulateEnsemble } from './simulateEnsemble.ts';
import { tellUnstable } from './tellUnstable.ts';
import { stretches } from './stretches.ts';
import type { FailedForecast, TheatreDraws } from './theatreDraws.ts';
import type { NoWhatIfAnswer, WhatIfAnswer } from './whatIfAnswer.ts';

export interface WhatIfOptions {
  readonly seed: number;
  /** Pairs of futures. */
  readonly paths: number;
  /** Draws of the parameters; several pairs share one, so that chance can be told from ignorance. Default 200. */
  readonly draws?: number;
  /** Draws made for other what-ifs of the same plan, panel, seed and number of draws, by the last day known; filled here. */
  readonly drawn?: Map<Day, ReturnType<typeof drawTheatre>>;
  /** Simulates; default on this thread. */
  readonly simulate?: (draws: TheatreDraws, panel: CountPanel, options: EnsembleOptions) => Promise<Ensemble>;
}

/** Ten years: beyond, everything that was fitted may have changed. */
const LONGEST_DAYS = 3_660;
const DRAWS = 200;

/**
 * Runs a theatre forward twice, as it is and under a what-if, with the same random numbers, from the day before the
 * what-if begins (or the record's end, if that is sooner). What came later is not looked at.
 */
export async function answerWhatIf(
  theatre: Theatre,
  plan: Plan,
  panel: CountPanel,
  whatIf: WhatIf,
  options: WhatIfOptions,
): Promise<WhatIfAnswer | NoWhatIfAnswer> {
  const { title, from } = whatIf;
  const none = (detail: string): NoWhatIfAnswer => ({ kind: 'no answer', title, detail });
  const { stepDays } = panel;
  const known = panelUpTo(panel, Math.floor((from - panel.first) / stepDays));
  if (from <= panel.first || !known.recorded.includes(1))
    return none(`It begins on ${formatDay(from)}, and the record holds nothing before that day.`);
  const origin = known.first + known.steps * stepDays - 1;
  const window = findWindow(whatIf, origin, stepDays);
  if (window === null) return none('None of its days begins a week of the record.');
  if (window.last * stepDays > LONGEST_DAYS)
    return none(
      `It ends ${window.last * stepDays} days after the record; at most ${LONGEST_DAYS} are simulated.`,
    );
  const draws =
    options.drawn?.get(origin) ??
    drawTheatre(modelTheatre(plan, known), known, { seed: options.seed, draws: options.draws ?? DRAWS });
  options.drawn?.set(origin, draws);
  if (draws.kind === 'failed') return none(describeFailed(draws));
  const unstable = tellUnstable(draws, null);
  if (unstable) return none(describeFailed(unstable));
  const scenario = planWhatIf(theatre, plan, draws, whatIf);
  if (scenario.kind === 'impossible') return none(scenario.detail);
  // Differences add up: what matters is how far apart the futures are by then.
  const parts = stretches(window.first, window.last, stepDays).map((part) => ({
    ...part,
    first: window.first,
    from: part.first,
  }));
  const run: EnsembleOptions = {
    seed: options.seed,
    paths: options.paths,
    steps: window.last,
    windows: [window, ...parts],
  };
  const simulate = options.simulate ?? ((...args) => Promise.resolve(simulateEnsemble(...args)));
  const asIs = await simulate(draws, known, run);
  const changed = await simulate(draws, known, { ...run, changes: scenario.changes });
  const all = compareFutures(asIs, changed, draws.streams[0]?.draws[0]?.length ?? 1);
  const effects = all.filter((effect) => effect.window === window.name);
  const dayOf = (step: number) => origin + 1 + (step - 1) * stepDays;
  return {
    kind: 'answer',
    title,
    days: scenario.days,
    origin,
    stepDays,
    seed: options.seed,
    paths: options.paths,
    restsOn: scenario.restsOn,
    reached: scenario.reached,
    undecided: scenario.undecided,
    notes: [...scenario.notes, ...describeModel(draws, plan), ...describeNothing(effects)],
    effects,
    course: effects.map(({ stream }) =>
      parts.map(({ name, from, last }) => ({
        first: dayOf(from),
        last: dayOf(last + 1) - 1,
        intervals: all.find((effect) => effect.stream === stream && effect.window === name)!.ofPairs,
      })),
    ),
    ranAway: Math.max(0, ...effects.map(({ pairs }) => options.paths - pairs)),
  };
}

function describeFailed({ detail, advice }: FailedForecast): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${advice}`;
}

/** Steps after the origin that begin on the days of the what-if. */
function findWindow({ from, days }: WhatIf, origin: number, stepDays: number): EnsembleWindow | null {
  const first = Math.ceil((from - (origin + 1)) / stepDays) + 1;
  const last = Math.floor((from + days - 1 - (origin + 1)) / stepDays) + 1;
  return last < first ? null : { name: 'whole', first, last };
}

/** What is rough about the model that runs forward. */
function describeModel(draws: TheatreDraws, plan: Plan): string[] {
  const textOf = (id: string) => plan.streams.find((stream) => stream.id === id)?.text ?? id;
  const rough = draws.streams.filter(({ trusted }) => !trusted).map(({ stream }) => `“${textOf(stream)}”`);
  return [
    ...draws.streams.flatMap(({ stream, simplified }) =>
      simplified === null ? [] : [`“${textOf(stream)}” could be fitted only more simply: ${simplified}.`],
    ),
    ...(rough.length === 0 ? [] : [`Parameters are known only roughly for ${rough.join(', ')}.`]),
    ...(draws.unstableShare > 0
      ? [
          `In ${Math.ceil(draws.unstableShare * 100)} % of the draws of the parameters exchanges do not die out by themselves.`,
        ]
      : []),
  ];
}

function describeNothing(effects: WhatIfAnswer['effects']): string[] {
  return effects.every(({ pairedVariance, difference }) => pairedVariance === 0 && difference === 0)
    ? ['Nothing differs: as things are, the model holds on these days what the what-if asks for.']
    : [];
}
