import { DELAY_FAMILIES } from '../delays/index.ts';
import { listParts, nameTerms } from './listParts.ts';
import type { PanelData } from './panelData.ts';
import type { PanelPlan, PanelTerm } from './panelPlan.ts';
import { termValue } from './termValue.ts';

/** What a plan asks of its data that cannot be: one sentence for each mistake; none where the plan can be fitted. */
export function checkPanelPlan(plan: PanelPlan, data: PanelData): string[] {
  const parts = [plan.own, ...[plan.neighbours ?? []].flat(), ...(plan.rules ?? [])];
  const lostDelays = parts.flatMap((part) =>
    typeof part?.delay === 'string' && !plan.delays?.[part.delay] ? [part.delay] : [],
  );
  if (lostDelays.length > 0)
    return lostDelays.map((name) => `The plan uses a delay "${name}" that \`delays\` does not hold.`);
  const stated = listParts(plan);
  if (stated.length === 0)
    return ['The plan has no part: give it `own`, `neighbours`, `endemic` or `rules`.'];
  const both = parts.find((part) => part?.delay !== undefined && part.lag !== undefined);
  const terms = [...stated.flatMap((part) => part.terms), ...nameTerms('modifier', plan.modifiers ?? [])];
  const rows = data.counts[0]?.length ?? 0;
  return [
    ...(both
      ? [`A part has a delay and a lag: ${JSON.stringify(both.delay)}, ${both.lag}. Leave one out.`]
      : []),
    ...findUnknownUnits(plan, terms, data),
    ...findBadDelays(plan, stated),
    ...findUnknownMatrices(plan, stated),
    ...findTwice([
      ...terms.filter(({ fixed }) => fixed === undefined).map(({ name }) => name),
      ...(plan.rules ?? []).flatMap(({ name, terms: own }) => (own ? [name] : [])),
    ]),
    ...findBadLogarithms(terms, data),
    ...(plan.rows && plan.rows.first > plan.rows.last
      ? [`\`rows\` end (${plan.rows.last}) before they begin (${plan.rows.first}).`]
      : []),
    ...(plan.rows && plan.rows.last >= rows
      ? [`\`rows\` end at ${plan.rows.last}; the table has rows 0 to ${rows - 1}.`]
      : []),
    ...(plan.scores && plan.scores.first >= rows
      ? [`\`scores\` begin at row ${plan.scores.first}; the table has rows 0 to ${rows - 1}.`]
      : []),
    ...(plan.overdispersionGroups && plan.family !== 'NegBinM'
      ? [`\`overdispersionGroups\` belong to the family NegBinM, not ${plan.family}.`]
      : []),
  ];
}

function findUnknownUnits(plan: PanelPlan, terms: readonly PanelTerm[], { units }: PanelData): string[] {
  const named = [
    ...terms.flatMap(({ perUnit }) => (perUnit === undefined || perUnit === true ? [] : perUnit)),
    ...(plan.rules ?? []).flatMap(({ from, to }) => [from, to]),
    ...Object.keys(plan.overdispersionGroups ?? {}),
  ];
  const lost = [...new Set(named)].filter((name) => !units.includes(name));
  const some = units.slice(0, 8).join(', ') + (units.length > 8 ? ', …' : '');
  return lost.map((name) => `The table has no unit "${name}"; it has ${some}.`);
}

function findBadDelays(plan: PanelPlan, stated: ReturnType<typeof listParts>): string[] {
  const delays = [
    ...stated.flatMap(({ delay }) => (delay ? [delay] : [])),
    ...Object.values(plan.delays ?? {}),
  ];
  return [
    ...new Set(
      delays.flatMap(({ family, parameters, from, to }) => {
        const problem = DELAY_FAMILIES.find(({ name }) => name === family)!.check(parameters);
        if (problem) return [`The ${family} delay takes ${problem}, found [${parameters.join(', ')}].`];
        if (from > to) return [`A delay ends (${to}) before it begins (${from}).`];
        return family === 'step' && parameters.length > to - from + 1
          ? [`The step delay has ${parameters.length} weights for ${to - from + 1} lags.`]
          : [];
      }),
    ),
  ];
}

function findUnknownMatrices(plan: PanelPlan, stated: ReturnType<typeof listParts>): string[] {
  return stated.flatMap(({ name, source }) => {
    if (source.of !== 'neighbours') return [];
    const { matrix, scale, equals, powerLaw, byOrder } = source.weights;
    const laws = [equals, powerLaw, byOrder].filter((law) => law !== undefined).length;
    const lost = [matrix, scale].filter((wanted) => wanted !== undefined && !plan.matrices?.[wanted]);
    return [
      ...lost.map((wanted) => `\`${name}\` uses a matrix "${wanted!}" that \`matrices\` does not hold.`),
      ...(laws > 1 ? [`The weights of \`${name}\` have more than one of equals, powerLaw and byOrder.`] : []),
    ];
  });
}

function findTwice(names: readonly string[]): string[] {
  const twice = new Set(names.filter((name, k) => names.indexOf(name) !== k));
  return [...twice].map((name) => `Two terms are called "${name}": give one a \`name\` of its own.`);
}

function findBadLogarithms(terms: readonly PanelTerm[], data: PanelData): string[] {
  const rows = Int32Array.from(data.counts[0]?.keys() ?? []);
  return terms.flatMap((term) => {
    if (term.value.of !== 'logarithm') return [];
    const { covariate } = term.value;
    if (!data.covariates[covariate]) return [];
    const series = data.covariates[covariate];
    const unit = data.units.findIndex((_, k) => {
      const logs = termValue(term, k, rows, data);
      return logs.some((log, row) => !Number.isFinite(log) && !Number.isNaN(series[k]![row]!));
    });
    return unit < 0
      ? []
      : [
          `The logarithm of column "${covariate}" is asked for; it holds 0 or less in unit ${data.units[unit]!}.`,
        ];
  });
}
