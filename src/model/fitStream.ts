import type { StreamDesign } from './design.ts';
import type { Fit, FitOptions } from './fit.ts';

/** Maximum likelihood of one stream. */
export function fitStream(design: StreamDesign, options: FitOptions = {}): Fit {
  throw new Error(`fitStream: being written (${design.family}, ${String(options.endemicBound)})`);
}
