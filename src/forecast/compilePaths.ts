import {
  delayWeights,
  endemicColumns,
  longestHistory,
  modifierColumns,
  onDays,
  type AnswerTerm,
  type CountPanel,
  type ModifierTerm,
  type PanelFrame,
  type StreamModel,
} from '../model/index.ts';
import type { EnsembleOptions, ForecastChange } from './ensemble.ts';
import { extendFrame } from './extendFrame.ts';
import { panelUpTo } from './panelUpTo.ts';
import type { LinearTerm, MovingTerm, PathProgram, RuleProgram, StreamProgram } from './pathProgram.ts';
import type { StreamDraws, TheatreDraws } from './theatreDraws.ts';
import { wanderOf } from './wanderOf.ts';

/**
 * Draws, record up to the origin and changes → what `runPath` steps through. Throws on changes that name no term, on
 * estimated delays, and on models that read streams which nothing forecasts.
 */
export function compilePaths(
  draws: TheatreDraws,
  whole: CountPanel,
  { steps, changes = [] }: EnsembleOptions,
): PathProgram {
  const { streams: models } = draws.model;
  // Trends have their knots where they had them when they were fitted.
  const panel = panelUpTo(whole, whole.steps, draws.fittedSteps);
  const before = Math.min(panel.steps, Math.max(1, ...models.map(longestHistory)));
  const frame = extendFrame(panel, steps);
  const start = panel.steps - before;
  const scope: Scope = { draws, panel, frame, start, changes };
  refuseUnknown(scope, models);
  return {
    before,
    after: steps,
    streams: models.map((model) => compileStream(model, scope)),
    rules: models.flatMap((model) => (model.answers ?? []).map((term) => compileRule(term, model, scope))),
  };
}

interface Scope {
  readonly draws: TheatreDraws;
  readonly panel: CountPanel;
  readonly frame: PanelFrame;
  /** First step of the frame that the program holds. */
  readonly start: number;
  readonly changes: readonly ForecastChange[];
}

function compileStream(model: StreamModel, scope: Scope): StreamProgram {
  const { panel, frame, start, changes } = scope;
  const own = drawsOf(scope, model.stream);
  const { rest, ...plain } = model;
  const never = () => new Float64Array(frame.steps);
  const k = panel.streams.indexOf(model.stream);
  const columns = endemicColumns(plain, frame, never);
  const endemic = columns.map(({ name, values }) => ({
    draws: drawOf(own, name),
    column: values.slice(start),
  }));
  const modifiers = model.modifiers ?? [];
  const dated = modifiers
    .filter((term) => !moves(term))
    .flatMap((term) =>
      modifierColumns(term, frame, never).map(({ name, z }) => ({
        draws: drawOf(own, name),
        column: changeColumn(z, model.stream, term.name, name === term.name, scope).slice(start),
      })),
    );
  const coverage = frame.coverage[k]!.slice(start);
  for (const change of changes) {
    if (change.of !== 'factor' || change.stream !== model.stream) continue;
    onFutureDays(scope, change).forEach((on, t) => on && (coverage[t]! *= change.factor));
  }
  return {
    stream: model.stream,
    observed: panel.counts[k]!.slice(start),
    recorded: panel.recorded.slice(start),
    coverage,
    endemic,
    endemicSame: findSame(endemic, coverage.length),
    wander: wanderOf(model, columns, own, panel),
    dated,
    datedSame: findSame(dated, coverage.length),
    moving: modifiers.filter(moves).map((term) => compileMoving(term, model.stream, own, scope)),
    rest: rest
      ? {
          draws: drawOf(own, 'rest of theatre'),
          streams: rest.streams.map((one) => placeOf(scope, one)),
          steps: rest.steps,
        }
      : null,
    psi: model.family === 'Poisson' ? new Float64Array(own.draws[0]!.length) : drawOf(own, 'psi'),
  };
}

type Moving = Extract<ModifierTerm, { of: 'recent' | 'together' | 'gate' }>;

const moves = (term: ModifierTerm): term is Moving =>
  term.of === 'recent' || term.of === 'together' || term.of === 'gate';

function compileMoving(term: Moving, stream: string, own: StreamDraws, scope: Scope): MovingTerm {
  const isGate = term.of === 'gate';
  return {
    of: term.of,
    draws: drawOf(own, term.name),
    source: placeOf(scope, isGate ? term.gate.of : term.stream),
    steps: isGate ? term.gate.steps : term.steps,
    gate: isGate ? term.gate : null,
    active: activeSteps(stream, term.name, scope),
  };
}

function compileRule(term: AnswerTerm, model: StreamModel, scope: Scope): RuleProgram {
  const name = term.name ?? `from ${term.from}`;
  if (term.estimate) throw new Error(`${model.stream}: the estimated delay of "${name}" cannot be simulated`);
  const weights = delayWeights(term.delay);
  const ratio = commonRatio(weights);
  const { frame, start } = scope;
  const opened = changedSteps('open', model.stream, name, scope);
  const counted = onDays(frame, term.triggersOn)
    .slice(start)
    .map((on, t) => on | opened[t]!);
  const holds = onDays(frame, term.holdsOn)
    .slice(start)
    .map((on, t) => on | opened[t]!);
  const dropped = activeSteps(model.stream, name, scope);
  return {
    source: placeOf(scope, term.from),
    target: placeOf(scope, model.stream),
    draws: drawOf(drawsOf(scope, model.stream), name),
    from: term.delay.from,
    weights,
    ratio,
    beyond: ratio === null ? 0 : weights[0]! * ratio ** weights.length,
    counted,
    plain: !term.gate && !counted.includes(0),
    active: holds.map((on, t) => on & dropped[t]!),
    gate: term.gate ? { keeper: placeOf(scope, term.gate.of), gate: term.gate } : null,
  };
}

function commonRatio(weights: Float64Array): number | null {
  if (weights.length < 2 || weights[0] === 0) return null;
  const ratio = weights[1]! / weights[0]!;
  for (let d = 1; d < weights.length; d++)
    if (Math.abs(weights[d]! / weights[d - 1]! - ratio) > 1e-9 * ratio) return null;
  return ratio;
}

function drawsOf({ draws }: Scope, stream: string): StreamDraws {
  const own = draws.streams.find((one) => one.stream === stream);
  if (!own) throw new Error(`no draws for stream "${stream}"`);
  return own;
}

function drawOf({ stream, names, draws }: StreamDraws, name: string): Float64Array {
  const found = draws[names.indexOf(name)];
  if (!found) throw new Error(`${stream}: no draws of "${name}"`);
  return found;
}

function placeOf({ draws }: Scope, stream: string): number {
  const place = draws.model.streams.findIndex((one) => one.stream === stream);
  if (place < 0) throw new Error(`nothing forecasts stream "${stream}"`);
  return place;
}

/** 1 on steps where all columns are as on the step before. */
function findSame(terms: readonly LinearTerm[], steps: number): Uint8Array {
  return Uint8Array.from({ length: steps }, (_, t) =>
    t > 0 && terms.every(({ column }) => column[t] === column[t - 1]) ? 1 : 0,
  );
}

/** Steps of the program, from the origin on, that lie on the days of a change. */
function onFutureDays({ frame, panel, start }: Scope, { days }: ForecastChange): Uint8Array {
  return onDays(frame, [days])
    .map((on, t) => (t >= panel.steps ? on : 0))
    .slice(start);
}

/** 0 on the steps on which the term is dropped. */
function activeSteps(stream: string, term: string, scope: Scope): Uint8Array {
  return changedSteps('drop', stream, term, scope).map((dropped) => 1 - dropped);
}

/** 1 on the steps on which a change of this kind holds for the term. */
function changedSteps(of: 'drop' | 'open', stream: string, term: string, scope: Scope): Uint8Array {
  const on = new Uint8Array(scope.frame.steps - scope.start);
  for (const change of scope.changes) {
    if (change.of !== of || change.stream !== stream || change.term !== term) continue;
    onFutureDays(scope, change).forEach((holds, t) => holds && (on[t] = 1));
  }
  return on;
}

/** A dated column with what changes of the future hold at 1 or drop to 0; `own` is false for a truce's anticipation. */
function changeColumn(
  z: Float64Array,
  stream: string,
  term: string,
  own: boolean,
  { frame, panel, changes }: Scope,
): Float64Array {
  const changed = z.slice();
  for (const change of changes) {
    if (change.of !== 'hold' && change.of !== 'drop') continue;
    if (change.stream !== stream || change.term !== term) continue;
    const on = onDays(frame, [change.days]);
    for (let t = panel.steps; t < frame.steps; t++)
      if (on[t]) changed[t] = change.of === 'hold' && own ? 1 : 0;
  }
  return changed;
}

function refuseUnknown({ changes }: Scope, models: readonly StreamModel[]): void {
  for (const change of changes) {
    const model = models.find(({ stream }) => stream === change.stream);
    if (!model) throw new Error(`a change names stream "${change.stream}", which nothing forecasts`);
    if (change.of === 'factor') {
      if (!(change.factor >= 0 && change.factor < 1e6)) throw new Error(`a change by ${change.factor}`);
      continue;
    }
    const dated = (model.modifiers ?? []).filter((term) => !moves(term)).map(({ name }) => name);
    const moving = (model.modifiers ?? []).filter(moves).map(({ name }) => name);
    const answers = (model.answers ?? []).map(({ name, from }) => name ?? `from ${from}`);
    const known = { hold: dated, open: answers, drop: [...dated, ...moving, ...answers] }[change.of];
    if (!known.includes(change.term))
      throw new Error(`a change would ${change.of} "${change.term}", which ${change.stream} does not have`);
  }
}
