import type { EndemicColumn } from './design.ts';

export interface TrendOptions {
  /** Steps between knots; default 90. */
  readonly knotSteps?: number;
  readonly stepDays?: number;
}

/** Intercept, straight line and penalised bends. */
export function trendColumns(recorded: Uint8Array, options: TrendOptions = {}): EndemicColumn[] {
  throw new Error(`trendColumns: being written (${recorded.length} ${String(options.knotSteps)})`);
}
