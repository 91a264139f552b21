/** Counts by unit and row; NaN where nothing is recorded. */
export interface PanelData {
  readonly units: readonly string[];
  readonly counts: readonly Float64Array[];
  /** By name: one series for each unit. */
  readonly covariates: Readonly<Record<string, readonly Float64Array[]>>;
  /** By name: weights[from][to]. */
  readonly weights: Readonly<Record<string, readonly ArrayLike<number>[]>>;
}
