import { factorEnvelope, makeEnvelope, solveEnvelope } from './envelope.ts';
import type { PackedPanel } from './packedPanel.ts';
import type { PanelLikelihood } from './panelLikelihood.ts';
import type { PanelComponent } from './splitPanel.ts';

export type PanelErrors =
  | {
      /** By parameter; null where it is at a bound or its part has vanished. */
      readonly errors: readonly (number | null)[];
      /** The same with the parameters of delays taken as known. */
      readonly givenDelays: readonly (number | null)[];
      /** Expected count by unit and row; NaN in cells that did not contribute. */
      readonly mean: readonly Float64Array[];
    }
  | { readonly singular: string };

/** A part below this share of the expected counts cannot be told from nothing. */
const NOTHING = 1e-7;

/** Standard errors from the observed information at theta, component by component. */
export function panelErrors(
  panel: PackedPanel,
  components: readonly (PanelComponent & { readonly likelihood: PanelLikelihood })[],
  theta: Float64Array,
): PanelErrors {
  const errors = new Array<number | null>(theta.length).fill(null);
  const givenDelays = new Array<number | null>(theta.length).fill(null);
  const mean = panel.data.counts.map((series) => new Float64Array(series.length).fill(NaN));
  for (const component of components) {
    const { likelihood } = component;
    likelihood.evaluate(theta);
    for (const { packed, mean: own } of likelihood.blocks)
      packed.rows.forEach((row, i) => (mean[packed.unit]![row] = own[i]!));
    const curvature = makeEnvelope(component.edge);
    likelihood.differentiate(theta, false, new Float64Array(component.edge.length), curvature);
    const vanished = findVanished(panel, likelihood);
    const kindOf = (j: number) => panel.parameters[j]!.kind;
    for (const [into, delaysKnown] of [
      [errors, false],
      [givenDelays, true],
    ] as const) {
      if (delaysKnown && !component.parameters.some((j) => kindOf(j) === 'delay')) {
        for (const j of component.parameters) into[j] = errors[j]!;
        continue;
      }
      const frozen = Uint8Array.from(component.parameters, (j) => {
        const { lower, upper } = panel.parameters[j]!;
        const isHeld = theta[j]! <= lower || theta[j]! >= upper || vanished.has(j);
        return Number(isHeld || (delaysKnown && kindOf(j) === 'delay'));
      });
      const factor = makeEnvelope(component.edge);
      const stuck = factorEnvelope(curvature, frozen, 0, factor);
      if (stuck >= 0) return { singular: panel.parameters[component.parameters[stuck]!]!.name };
      const column = new Float64Array(component.edge.length);
      component.parameters.forEach((j, p) => {
        if (frozen[p]) return;
        column.fill(0);
        column[p] = 1;
        solveEnvelope(factor, column);
        into[j] = Math.sqrt(column[p]!);
      });
    }
  }
  return { errors, givenDelays, mean };
}

/** Coefficients of parts whose expected counts have gone to nothing in all units that use them. */
function findVanished({ parameters, parts }: PackedPanel, { blocks }: PanelLikelihood): Set<number> {
  const share = new Float64Array(parameters.length);
  const total = new Float64Array(parameters.length);
  for (const { packed, pieces, mean } of blocks) {
    const all = mean.reduce((sum, mu) => sum + mu, 0);
    for (const { first, value, packed: piece } of pieces) {
      const own = value.reduce((sum, part) => sum + part, 0);
      const end = first + piece.columns.length + parts[piece.part]!.shape.length;
      for (const j of packed.parameters.subarray(first, end)) {
        share[j]! += own;
        total[j]! += all;
      }
    }
  }
  return new Set(
    [...parameters.keys()].filter(
      (j) => parameters[j]!.kind !== 'overdispersion' && share[j]! <= NOTHING * total[j]!,
    ),
  );
}
