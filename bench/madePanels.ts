/** Made panels and the plans that the rows fit to them. */
import {
  fitPanel,
  simulateCounts,
  type PanelData,
  type PanelPlan,
  type PanelTerm,
} from '../src/model/index.ts';

/** Each stream follows on itself and on the one before, the next row, as the peers' models have it. */
export function makePanel(streams: number, steps: number): PanelData {
  const next = { family: 'uniform', parameters: [], from: 1, to: 1 };
  const units = Array.from({ length: streams }, (_, k) => `s${k}`);
  const made = simulateCounts(
    {
      steps,
      streams: units.map((name) => ({ name, logRate: -1, psi: 0.5 })),
      rules: units.flatMap((name, k) => [
        { from: name, to: name, rho: 0.2, delay: next },
        ...(streams > 1 ? [{ from: name, to: units[(k + 1) % streams]!, rho: 0.25, delay: next }] : []),
      ]),
    },
    1,
  );
  const ring = units.map((_, i) =>
    Float64Array.from(units, (_, j) => Number(streams > 1 && j === (i + 1) % streams)),
  );
  return { units, counts: units.map((unit) => made[unit]!), covariates: {}, weights: { ring } };
}

export const own = (value: PanelTerm['value']): PanelTerm => ({ value, perUnit: true });
export const level: PanelTerm['value'] = { of: 'one' };
export const onePlan: PanelPlan = {
  family: 'NegBin1',
  own: { terms: [{ value: level }] },
  endemic: {
    terms: [
      { value: level },
      { value: { of: 'row' } },
      { value: { of: 'season', period: 52, harmonics: 1 } },
    ],
  },
};
export const fullPlan: PanelPlan = {
  family: 'NegBinM',
  own: { terms: [own(level)] },
  neighbours: { terms: [own(level)], weights: 'ring' },
  endemic: {
    terms: [own(level), own({ of: 'row', per: 365 }), own({ of: 'season', period: 7, harmonics: 1 })],
  },
};
export const sharedPlan: PanelPlan = {
  ...fullPlan,
  neighbours: { terms: [{ value: level }], weights: 'ring' },
  endemic: { terms: [own(level), { value: { of: 'season', period: 52, harmonics: 1 } }] },
};
/** Fits or throws. */
export const fitOf = (plan: PanelPlan, data: PanelData) => () => {
  const fit = fitPanel(plan, data);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return fit;
};
