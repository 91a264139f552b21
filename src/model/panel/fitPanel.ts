import type { FailedFit } from '../fit.ts';
import { chooseStart } from './chooseStart.ts';
import { describePanel, type PanelDescription } from './describePanel.ts';
import { maximisePanel } from './maximisePanel.ts';
import type { PackedPanel } from './packedPanel.ts';
import { packPanel } from './packPanel.ts';
import type { PanelData } from './panelData.ts';
import { panelErrors, type PanelErrors } from './panelErrors.ts';
import type { PanelPlan } from './panelPlan.ts';
import { panelLikelihood } from './panelLikelihood.ts';
import { splitPanel } from './splitPanel.ts';

export interface PanelFit extends PanelDescription {
  readonly kind: 'fit';
  readonly iterations: number;
  /** Gain in log-likelihood that the last step still promised, added over the independent fits. */
  readonly promise: number;
  /** Units that share parameters are fitted together; this many fits were independent. */
  readonly independentFits: number;
}

/**
 * Maximum likelihood of a panel plan. Coefficients are logarithms, as in hhh4. Undefined, and then a `failed` value: no
 * cells, no events, terms that cannot be told apart, no convergence. `start` may hold an earlier fit's parameters.
 */
export function fitPanel(
  plan: PanelPlan,
  data: PanelData,
  start: Readonly<Record<string, number>> = {},
): PanelFit | FailedFit {
  const panel = packPanel(plan, data);
  const cells = panel.blocks.reduce((sum, { y }) => sum + y.length, 0);
  if (cells === 0) return failed('nothing recorded', 'no cell of the panel is recorded', 'Check the rows.');
  if (panel.blocks.every(({ y }) => y.every((count) => count === 0)))
    return failed('no events', 'every count is zero', 'There is nothing to explain.');
  const theta = chooseStart(panel);
  panel.parameters.forEach(({ name }, j) => (theta[j] = start[name] ?? theta[j]!));
  const components = splitPanel(panel).map((component) => ({
    ...component,
    likelihood: panelLikelihood(panel, component),
  }));
  let logLikelihood = 0;
  let iterations = 0;
  let promise = 0;
  for (const component of components) {
    const optimum = maximisePanel(panel, component, component.likelihood, theta);
    if (!optimum.converged) return tellStuck(panel, component.blocks, optimum.iterations);
    logLikelihood += optimum.logLikelihood;
    iterations = Math.max(iterations, optimum.iterations);
    promise += optimum.promise;
  }
  const errors = panelErrors(panel, components, theta);
  if ('singular' in errors) return tellSingular(errors);
  return {
    kind: 'fit',
    ...describePanel(panel, theta, errors, logLikelihood),
    iterations,
    promise,
    independentFits: components.length,
  };
}

function failed(reason: FailedFit['reason'], detail: string, advice: string): FailedFit {
  return { kind: 'failed', reason, detail, advice };
}

function tellStuck({ blocks, data }: PackedPanel, members: readonly number[], iterations: number): FailedFit {
  const units = members.map((b) => data.units[blocks[b]!.unit]!);
  const where = units.length === 1 ? ` in unit ${units[0]!}` : '';
  return failed(
    'not converged',
    `no optimum after ${iterations} steps${where}`,
    'Use fewer terms, one coefficient for all units, or one psi; hold the parameters of a delay.',
  );
}

function tellSingular({ singular }: Extract<PanelErrors, { singular: string }>): FailedFit {
  return failed(
    'parameters cannot be told apart',
    `the information of the panel is singular at ${singular}`,
    `Leave out ${singular}, or the term that it is a combination of.`,
  );
}
