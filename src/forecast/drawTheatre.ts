import { theatreRadius, type CountPanel, type StreamModel } from '../model/index.ts';
import { drawStream, type DrawOptions } from './drawStream.ts';
import { dropUnseen } from './dropUnseen.ts';
import { panelUpTo } from './panelUpTo.ts';
import type { FailedForecast, StreamDraws, TheatreDraws } from './theatreDraws.ts';
import type { TheatreModel } from './theatreModel.ts';

export interface TheatreDrawOptions extends DrawOptions {
  /** Steps before the origin that are fitted; default four years of days, ten of weeks. */
  readonly keep?: number;
  /** Draws made already of streams whose model is the same: a back-test that leaves a rule out refits one stream. */
  readonly known?: TheatreDraws;
}

const KEEP = { 1: 1461, 7: 520 } as const;
/** Draws whose branching matrix is looked at. */
const RADIUS_DRAWS = 100;

/**
 * Fits every stream to the panel, whose last step is the origin, and draws its parameters. Nothing after the panel's end can
 * be seen. Undefined, and then a `failed` value: no stream, or a stream that no model fits.
 */
export function drawTheatre(
  model: TheatreModel,
  panel: CountPanel,
  options: TheatreDrawOptions,
): TheatreDraws | FailedForecast {
  const recent = panelUpTo(panel, panel.steps, options.keep ?? KEEP[panel.stepDays]);
  if (model.streams.length === 0) {
    const detail = 'no claim speaks of a stream that can be forecast';
    const advice = 'Add a claim about events that this record counts.';
    return { kind: 'failed', stream: null, reason: 'nothing to forecast', detail, advice };
  }
  const seen = dropUnseen(model, recent);
  const streams: StreamDraws[] = [];
  const models: StreamModel[] = [];
  const untold = new Set<string>();
  for (const one of seen.streams) {
    const before = options.known?.asked.findIndex((other) => JSON.stringify(other) === JSON.stringify(one));
    const drawn =
      before !== undefined && before >= 0
        ? {
            model: options.known!.model.streams[before]!,
            draws: options.known!.streams[before]!,
            untold: [],
          }
        : drawStream(one, recent, options);
    if ('kind' in drawn) return drawn;
    models.push(drawn.model);
    streams.push(drawn.draws);
    for (const term of drawn.untold) untold.add(`${one.stream}\n${term}`);
  }
  // A silent or simplified stream has lost terms, and with them the rules.
  const rules = seen.rules.filter(({ stream, term }) => {
    const own = models.find((one) => one.stream === stream);
    const names = [
      ...(own?.answers ?? []).map(({ name, from }) => name ?? `from ${from}`),
      ...(own?.modifiers ?? []).map(({ name }) => name),
    ];
    return names.includes(term);
  });
  const lost = seen.rules.filter((rule) => !rules.includes(rule));
  const leftOut = [
    ...seen.leftOut,
    ...lost.map(({ claim, stream, term }) => ({
      what: claim,
      why: untold.has(`${stream}\n${term}`)
        ? 'is of a strength about which the record says next to nothing'
        : 'is shown by no event of the stream that it moves, or by too few',
    })),
  ];
  const fitted = { streams: models, rules, leftOut };
  const fittedSteps = recent.steps;
  return {
    kind: 'draws',
    model: fitted,
    asked: seen.streams,
    fittedSteps,
    streams,
    ...describeRadius(fitted, streams),
  };
}

function describeRadius(
  { streams }: TheatreModel,
  draws: readonly StreamDraws[],
): Pick<TheatreDraws, 'radius' | 'unstableShare'> {
  const sets = Math.min(RADIUS_DRAWS, ...draws.map((own) => own.draws[0]!.length));
  const radii = Float64Array.from({ length: sets }, (_, s) =>
    theatreRadius(
      streams.filter(({ answers = [] }) => answers.length > 0),
      Object.fromEntries(
        draws.map((own) => [
          own.stream,
          { parameters: Object.fromEntries(own.names.map((name, j) => [name, own.draws[j]![s]!])), psi: 0 },
        ]),
      ),
    ),
  ).sort();
  const at = (share: number) => radii[Math.min(sets - 1, Math.floor(share * sets))]!;
  return {
    radius: { median: at(0.5), interval90: [at(0.05), at(0.95)] },
    unstableShare: radii.filter((radius) => radius >= 1).length / sets,
  };
}
