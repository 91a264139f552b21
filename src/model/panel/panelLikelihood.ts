/**
 * The likelihood of a panel. Letters: v the pieces of the mean, each m exp(Σ beta X); mu their sum; y counts;
 * psi overdispersion, Var = mu + psi mu²; a = d log f/d mu, b = −d² log f/d mu² (or its expectation).
 * d mu/d beta = v X;  d mu/d kappa = m' exp(Σ beta X) for the parameters kappa of weights and delays;
 * d² mu = v X Xᵀ, m' exp() X, m'' exp() inside a piece, 0 across pieces.  Overdispersion enters as −ln psi, as in hhh4.
 */
import {
  differentiateOverdispersionPart,
  overdispersionPart,
  tabulateCounts,
  type CountTable,
} from '../overdispersion.ts';
import type { LiveBlock } from './livePiece.ts';
import { makeBlock } from './makeBlock.ts';
import type { Envelope } from './envelope.ts';
import type { PackedPanel } from './packedPanel.ts';
import type { PanelComponent } from './splitPanel.ts';

export interface PanelLikelihood {
  /** Log-likelihood of the units of a component; its means stay for `differentiate`. −∞ where impossible. */
  evaluate(theta: Float64Array): number;
  /** Gradient and negative curvature, expected or observed, by place in the component, at the point last evaluated. */
  differentiate(theta: Float64Array, expected: boolean, gradient: Float64Array, curvature: Envelope): void;
  readonly blocks: readonly LiveBlock[];
}

interface Group {
  readonly psi: number;
  readonly table: CountTable;
}

/** The likelihood of one component; theta holds all parameters of the panel. */
export function panelLikelihood(panel: PackedPanel, component: PanelComponent): PanelLikelihood {
  const place = new Int32Array(panel.parameters.length).fill(-1);
  component.parameters.forEach((j, at) => (place[j] = at));
  const blocks = component.blocks.map((b) => makeBlock(panel, panel.blocks[b]!));
  const groups = groupCounts(panel, component);
  const evaluate = (theta: Float64Array): number => {
    let sum = 0;
    for (const block of blocks) sum += block.evaluate(theta, psiOf(theta, block.packed.psi));
    for (const { psi, table } of groups)
      sum += overdispersionPart(table, psiOf(theta, psi)) - table.sumLogFactorial;
    return Number.isNaN(sum) ? -Infinity : sum;
  };
  const differentiate = (
    theta: Float64Array,
    expected: boolean,
    gradient: Float64Array,
    curvature: Envelope,
  ): void => {
    gradient.fill(0);
    curvature.values.fill(0);
    for (const block of blocks) {
      const { psi } = block.packed;
      block.differentiate(theta, psiOf(theta, psi), expected);
      scatter(block, place, gradient, curvature);
    }
    for (const { psi, table } of groups) {
      if (psi < 0) continue;
      const { slope, bend } = differentiateOverdispersionPart(table, psiOf(theta, psi));
      const at = place[psi]!;
      gradient[at]! -= slope;
      curvature.values[curvature.start[at]! + at]! -= bend;
    }
  };
  return { evaluate, differentiate, blocks };
}

function psiOf(theta: Float64Array, parameter: number): number {
  return parameter < 0 ? 0 : Math.exp(-theta[parameter]!);
}

/** The counts that share one psi. */
function groupCounts(panel: PackedPanel, component: PanelComponent): Group[] {
  const members = new Map<number, Float64Array[]>();
  for (const b of component.blocks) {
    const { psi, y } = panel.blocks[b]!;
    members.set(psi, [...(members.get(psi) ?? []), y]);
  }
  return [...members].map(([psi, counts]) => {
    const all = new Float64Array(counts.reduce((sum, y) => sum + y.length, 0));
    let at = 0;
    for (const y of counts) {
      all.set(y, at);
      at += y.length;
    }
    return { psi, table: tabulateCounts(all) };
  });
}

/** Adds a unit's gradient and curvature to the component's. A parameter may enter a unit through several pieces. */
function scatter(block: LiveBlock, place: Int32Array, gradient: Float64Array, curvature: Envelope): void {
  const { packed, slope, bend, cross } = block;
  const { parameters, psi } = packed;
  const { start, values } = curvature;
  let t = 0;
  for (let e = 0; e < parameters.length; e++) {
    const at = place[parameters[e]!]!;
    gradient[at]! += slope[e]!;
    for (let f = 0; f <= e; f++) {
      const other = place[parameters[f]!]!;
      const high = Math.max(at, other);
      values[start[high]! + Math.min(at, other)]! += at === other && e !== f ? 2 * bend[t]! : bend[t]!;
      t++;
    }
  }
  if (psi < 0) return;
  const own = place[psi]!;
  gradient[own]! += block.psiSlope;
  values[start[own]! + own]! += block.psiBend;
  for (let e = 0; e < parameters.length; e++) {
    const at = place[parameters[e]!]!;
    values[start[Math.max(at, own)]! + Math.min(at, own)]! += cross[e]!;
  }
}
