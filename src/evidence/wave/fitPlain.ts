import { climb } from './climb.ts';
import type { Optimum } from './climb.ts';
import { holdAt, parameterBounds } from './parameterBounds.ts';
import { plainStream } from './plainStream.ts';
import type { StreamDesign } from './streamDesign.ts';
import type { WaveDesign } from './waveDesign.ts';

export interface PlainFit {
  readonly logLikelihood: number;
  /** In the common order; wave and same-day entries are 0. */
  readonly point: Float64Array;
}

export interface PlainFits {
  /** B does not answer A; B answers A. */
  readonly none: PlainFit;
  readonly answer: PlainFit;
}

/**
 * Both streams without a wave and without the same-day term, under "B does not answer A" and "B answers A". The
 * likelihood factorises by receiving stream, so A is fitted once. No penalty.
 */
export function fitPlain(design: WaveDesign): PlainFits {
  const { layout } = design;
  const a = fitStream(design, design.a, [], null);
  const held = [layout.kappa, 0] as const;
  const none = fitStream(design, design.b, [held, [layout.answer, 0]], null);
  const start = none.point.slice();
  let answer = fitStream(design, design.b, [held], start);
  if (answer.logLikelihood < none.logLikelihood) answer = none;
  const others = [{ stream: design.a, fit: a }];
  if (design.third !== null) {
    others.push({ stream: design.third, fit: fitStream(design, design.third, [], null) });
  }
  return { none: join(none, others), answer: join(answer, others) };
}

function fitStream(
  design: WaveDesign,
  stream: StreamDesign,
  held: readonly (readonly [number, number])[],
  from: Float64Array | null,
): Optimum {
  const { layout } = design;
  const own = new Set([
    ...stream.columns.map((_, k) => stream.place.beta + k),
    ...stream.place.terms,
    stream.place.logPsi,
  ]);
  const others: [number, number][] = [];
  for (let k = 0; k < layout.size; k++) if (!own.has(k)) others.push([k, 0]);
  const bounds = holdAt(parameterBounds(layout, 400), [...others, ...held]);
  const start = from ?? plainStart(design, stream);
  const information = new Float64Array(layout.size ** 2);
  for (let k = 0; k < layout.size; k++) information[k * layout.size + k] = 1e-3;
  const { likelihood, addInformation } = plainStream(stream);
  addInformation(start, information);
  return climb(likelihood, bounds, start, information, { tolerance: 1e-13 });
}

/** The mean rate less what a little self-excitation explains. */
function plainStart(design: WaveDesign, stream: StreamDesign): Float64Array {
  const start = new Float64Array(design.layout.size);
  const { days, events } = stream.constants;
  start[stream.place.beta] = Math.log((0.7 * events + 0.1) / (days + 1));
  start[stream.place.terms[0]!] = 0.15;
  if (stream.place.terms.length > 1) start[stream.place.terms[1]!] = 0.05;
  start[stream.place.logPsi] = -0.5;
  return start;
}

function join(
  b: Optimum,
  others: readonly { readonly stream: StreamDesign; readonly fit: Optimum }[],
): PlainFit {
  const point = b.point.slice();
  let { logLikelihood } = b;
  for (const { stream, fit } of others) {
    const { beta, terms, logPsi } = stream.place;
    for (const k of [...stream.columns.map((_, i) => beta + i), ...terms, logPsi]) point[k] = fit.point[k]!;
    logLikelihood += fit.logLikelihood;
  }
  return { logLikelihood, point };
}
