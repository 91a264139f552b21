/** What the compiled kernel does for the smooth wave; pointers are bytes into its memory, `pairs` half the days. */
export interface SmoothKernel {
  lines(record: number, pairs: number): void;
  findMode(
    ...of: readonly [
      ...[pairs: number, streams: number, records: number, prior: number, z: number, trial: number],
      ...[slope: number, expected: number, observed: number, rows: number],
      ...[step: number, nextStep: number, direction: number, light: number],
    ]
  ): number;
  modeSteps(): number;
  slopesAt(
    ...of: readonly [
      ...[pairs: number, streams: number, records: number, prior: number, z: number],
      ...[slope: number, expected: number, observed: number],
    ]
  ): number;
  factor(
    ...of: readonly [
      pairs: number,
      diagonal: number,
      prior: number,
      rows: number,
      right: number,
      into: number,
    ]
  ): number;
  solve(pairs: number, rows: number, vector: number): number;
  fallingDirection(pairs: number, rows: number, direction: number): number;
  invert(
    ...of: readonly [pairs: number, rows: number, prior: number, slopes: number, into: number, sums: number]
  ): void;
  informationSlopes(
    ...of: readonly [
      ...[pairs: number, streams: number, records: number, forInformation: number],
      ...[slope: number, into: number],
    ]
  ): void;
  product(pairs: number, a: number, b: number): number;
  addGradient(
    ...of: readonly [
      ...[pairs: number, streams: number, records: number],
      ...[z: number, forInformation: number, forSlope: number],
    ]
  ): void;
  priorSlopes(
    ...of: readonly [pairs: number, prior: number, slopes: number, z: number, x: number, sums: number]
  ): void;
}
