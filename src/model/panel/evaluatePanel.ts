import { makeEnvelope } from './envelope.ts';
import { packPanel } from './packPanel.ts';
import type { PanelData } from './panelData.ts';
import { panelLikelihood } from './panelLikelihood.ts';
import type { PanelPlan } from './panelPlan.ts';
import { splitPanel } from './splitPanel.ts';

export interface PanelPoint {
  readonly kind: 'evaluation';
  readonly logLikelihood: number;
  readonly cells: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly gradient: Readonly<Record<string, number>>;
  /** Order of the rows and columns of `information`. */
  readonly names: readonly string[];
  /** Observed information: the negative second derivatives. */
  readonly information: readonly Float64Array[];
  /** Expected count by unit and row; NaN in cells that did not contribute. */
  readonly mean: readonly Float64Array[];
}

/**
 * Log-likelihood, gradient and observed information at stated parameters. Overdispersion is stated as `-log(psi)` (hhh4's
 * scale) or `psi`. `problem` names parameters that are missing, unknown or no numbers.
 */
export function evaluatePanel(
  plan: PanelPlan,
  data: PanelData,
  stated: Readonly<Record<string, number>>,
): PanelPoint | { readonly kind: 'problem'; readonly message: string } {
  const panel = packPanel(plan, data);
  const names = panel.parameters.map(({ name }) => name);
  const given = new Map(Object.entries(stated).map(([name, value]) => translate(name, value, names)));
  const missing = names.filter((name) => !given.has(name));
  const unknown = [...given.keys()].filter((name) => !names.includes(name));
  const bad = [...given].flatMap(([name, value]) => (Number.isFinite(value) ? [] : [name]));
  const tell = (message: string) => ({ kind: 'problem', message }) as const;
  const list = (all: readonly string[]) => all.slice(0, 5).join(', ') + (all.length > 5 ? ', …' : '');
  if (unknown.length > 0) return tell(`The plan has no parameter ${list(unknown)}; it has ${list(names)}.`);
  if (missing.length > 0) return tell(`No value is given for ${list(missing)}.`);
  if (bad.length > 0) return tell(`The value of ${list(bad)} is no number.`);
  const theta = Float64Array.from(names, (name) => given.get(name)!);
  const gradient = new Float64Array(names.length);
  const information = names.map(() => new Float64Array(names.length));
  const mean = data.counts.map((series) => new Float64Array(series.length).fill(NaN));
  let logLikelihood = 0;
  for (const component of splitPanel(panel)) {
    const likelihood = panelLikelihood(panel, component);
    const slope = new Float64Array(component.edge.length);
    const curvature = makeEnvelope(component.edge);
    logLikelihood += likelihood.evaluate(theta);
    likelihood.differentiate(theta, false, slope, curvature);
    for (const { packed, mean: own } of likelihood.blocks)
      packed.rows.forEach((row, i) => (mean[packed.unit]![row] = own[i]!));
    component.parameters.forEach((j, p) => {
      gradient[j] = slope[p]!;
      for (let q = component.edge[p]!; q <= p; q++) {
        const k = component.parameters[q]!;
        information[j]![k] = information[k]![j] = curvature.values[curvature.start[p]! + q]!;
      }
    });
  }
  return {
    kind: 'evaluation',
    logLikelihood,
    cells: panel.blocks.reduce((sum, { y }) => sum + y.length, 0),
    parameters: Object.fromEntries(names.map((name, j) => [name, theta[j]!])),
    gradient: Object.fromEntries(names.map((name, j) => [name, gradient[j]!])),
    names,
    information,
    mean,
  };
}

/** `psi` and hhh4's `-log(overdisp)` as `-log(psi)`. */
function translate(name: string, value: number, names: readonly string[]): [string, number] {
  if (names.includes(name)) return [name, value];
  const plain = /^psi(\..*)?$/s.exec(name);
  if (plain) return [`-log(psi${plain[1] ?? ''})`, -Math.log(value)];
  const peer = /^-log\(overdisp(\..*)?\)$/s.exec(name);
  return peer ? [`-log(psi${peer[1] ?? ''})`, value] : [name, value];
}
