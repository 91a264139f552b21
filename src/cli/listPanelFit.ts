import type { FailedFit, PanelFit, PanelPoint, PanelScoring } from '../model/index.ts';

interface About {
  readonly units: readonly string[];
  readonly family: string;
  readonly span: { readonly first: string; readonly last: string; readonly rows: number };
}

/** A fit, with the smallest and largest dominant eigenvalue over its rows. */
type ListedFit = PanelFit & {
  readonly dominantEigenvalue: { readonly least: number; readonly most: number };
};

/** A fit as a table for people. */
export function listPanelFit(about: About, fit: ListedFit, scores: PanelScoring | FailedFit | null): string {
  const { units, family, span } = about;
  const eigenvalue = fit.dominantEigenvalue;
  const conditional = fit.standardErrorsGivenDelays;
  const parameters = Object.entries(fit.parameters).map(([name, value]) => [
    name,
    decimals(value),
    decimals(fit.standardErrors[name]!),
    ...(conditional ? [decimals(conditional[name]!)] : []),
    ...(fit.atBound.includes(name) ? ['at its bound, or its part is nothing'] : []),
  ]);
  const psi = Object.entries(fit.psi).map(([name, one]) => [
    name === 'psi' ? 'psi' : `psi of ${name}`,
    decimals(one.estimate),
    decimals(one.standardError),
    `-log(psi) ${decimals(one.minusLog)} (${decimals(one.minusLogStandardError)})`,
  ]);
  const delays = Object.entries(fit.delays)
    .filter(([, { weights }]) => weights.length > 1)
    .map(
      ([name, one]) =>
        `${name}: ${one.family} [${one.parameters.map(decimals).join(', ')}]${one.estimated ? ', estimated' : ''}; ` +
        `lags from ${one.from}: ${Array.from(one.weights, decimals).join(' ')}`,
    );
  return [
    `${units.length} ${units.length === 1 ? 'unit' : 'units'}, rows ${fit.rows.first} to ${fit.rows.last} of ${span.rows} (${span.first} to ${span.last}), ${family}`,
    `${fit.cells} cells, ${fit.leftOut} left out because something they need is not recorded`,
    '',
    ...align([
      ['parameter', 'estimate', 'error', ...(conditional ? ['error, delays known'] : [])],
      ...parameters,
    ]),
    ...(psi.length > 0 ? ['', ...align([['overdispersion', 'estimate', 'error', ''], ...psi])] : []),
    ...(delays.length > 0 ? ['', 'Delays', ...delays] : []),
    '',
    `log-likelihood ${fit.logLikelihood.toFixed(4)}, ${fit.size} parameters, AIC ${fit.aic.toFixed(2)}, BIC ${fit.bic.toFixed(2)}`,
    `dominant eigenvalue ${decimals(eigenvalue.least)}${eigenvalue.most > eigenvalue.least ? ` to ${decimals(eigenvalue.most)}` : ''}`,
    `converged after ${fit.iterations} steps`,
    ...(scores === null ? [] : listScores(scores)),
    '',
  ].join('\n');
}

/** An evaluation at stated parameters as a table for people; --json has the information too. */
export function listPanelPoint(point: PanelPoint): string {
  const rows = point.names.map((name) => [
    name,
    decimals(point.parameters[name]!),
    decimals(point.gradient[name]!),
  ]);
  return [
    `log-likelihood ${point.logLikelihood.toFixed(6)} over ${point.cells} cells`,
    '',
    ...align([['parameter', 'value', 'gradient'], ...rows]),
    '',
  ].join('\n');
}

function listScores(scores: PanelScoring | FailedFit): string[] {
  if ('kind' in scores) return ['', `No scores: ${scores.detail}. ${scores.advice}`];
  const { mean, calibration, forecasts, first, last, refit, failedRefits } = scores;
  const test = (one: { z: number; pValue: number } | null) =>
    one ? [`z ${decimals(one.z)}`, `p ${decimals(one.pValue)}`] : ['', ''];
  return [
    '',
    `${forecasts.length} forecasts one row ahead, rows ${first} to ${last}, ${refit ? 'refitted each time' : 'parameters of the whole fit'}`,
    ...(failedRefits.length > 0 ? [`refits failed before rows ${failedRefits.join(', ')}`] : []),
    ...align([
      ['score', 'mean', 'calibration', ''],
      ['logarithmic', decimals(mean.logScore), ...test(calibration.log)],
      ['ranked probability', decimals(mean.rankedProbabilityScore), ...test(calibration.rankedProbability)],
      ['Dawid-Sebastiani', decimals(mean.dawidSebastianiScore), ...test(calibration.dawidSebastiani)],
      ['squared error', decimals(mean.squaredErrorScore), '', ''],
    ]),
    `PIT histogram ${Array.from(scores.pit, (density) => density.toFixed(2)).join(' ')}`,
  ];
}

function decimals(value: number | null): string {
  if (value === null) return '–';
  if (!Number.isFinite(value)) return 'none';
  return value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(3) : value.toFixed(4);
}

/** First column to the left, the others to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.min(columns, 3) }, (_, j) =>
    Math.max(...rows.map((row) => row[j]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, j) => (j === 0 ? cell.padEnd(widths[j]!) : cell.padStart(widths[j] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
