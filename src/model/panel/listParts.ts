import type { PanelDelay, PanelPlan, PanelTerm, PanelWeights } from './panelPlan.ts';

/** One summand of the mean with every default filled in. */
export interface StatedPart {
  readonly name: string;
  /** What the exponential multiplies: nothing, own earlier counts, those of weighed neighbours, or of one unit. */
  readonly source:
    | { readonly of: 'nothing' | 'own' }
    | { readonly of: 'neighbours'; readonly weights: PanelWeights }
    | { readonly of: 'rule'; readonly from: string; readonly to: string };
  readonly terms: readonly (PanelTerm & { readonly name: string })[];
  readonly offset: string | null;
  /** Null for the endemic part. */
  readonly delay: PanelDelay | null;
  /** Name of a delay that several parts share, else the part's own. */
  readonly delayName: string | null;
}

/** The parts of a plan in their fixed order: own, neighbours, endemic, rules; seasons written out, terms named. */
export function listParts(plan: PanelPlan): StatedPart[] {
  const parts: StatedPart[] = [];
  const { own, endemic } = plan;
  if (own) {
    const name = own.name ?? 'own';
    parts.push({ name, source: { of: 'own' }, ...rest(name, own), ...delayOf(name, own, plan) });
  }
  const neighbours = plan.neighbours === undefined ? [] : [plan.neighbours].flat();
  neighbours.forEach((part, index) => {
    const name = part.name ?? (index === 0 ? 'neighbours' : `neighbours${index + 1}`);
    const weights = typeof part.weights === 'string' ? { matrix: part.weights } : part.weights;
    const source = { of: 'neighbours' as const, weights };
    parts.push({ name, source, ...rest(name, part), ...delayOf(name, part, plan) });
  });
  if (endemic) {
    const name = endemic.name ?? 'endemic';
    parts.push({ name, source: { of: 'nothing' }, ...rest(name, endemic), delay: null, delayName: null });
  }
  for (const rule of plan.rules ?? []) {
    const { name, from, to } = rule;
    const terms = rule.terms ?? [{ name, value: { of: 'one' as const } }];
    const stated = rest(name, { ...rule, terms });
    parts.push({ name, source: { of: 'rule', from, to }, ...stated, ...delayOf(name, rule, plan) });
  }
  return parts;
}

/** Terms with names, each season as sines and cosines. */
export function nameTerms(part: string, terms: readonly PanelTerm[]): (PanelTerm & { name: string })[] {
  return terms.flatMap((term): (PanelTerm & { name: string })[] => {
    const { value } = term;
    if (value.of !== 'season') return [{ ...term, name: term.name ?? `${part}.${describe(value)}` }];
    const prefix = term.name ?? part;
    return Array.from({ length: value.harmonics }, (_, i) => i + 1).flatMap((harmonic) =>
      (['sine', 'cosine'] as const).map((of) => {
        const wave = { of, period: value.period, harmonic };
        return { ...term, value: wave, name: `${prefix}.${describe(wave)}` };
      }),
    );
  });
}

function describe(value: PanelTerm['value']): string {
  switch (value.of) {
    case 'one':
      return '1';
    case 'row':
      return value.power === undefined || value.power === 1 ? 't' : `t^${value.power}`;
    case 'sine':
    case 'cosine':
      return `${value.of === 'sine' ? 'sin' : 'cos'}(${2 * (value.harmonic ?? 1)} pi t/${value.period})`;
    case 'season':
      return `season(${value.period})`;
    case 'rows':
      return `rows(${value.first}-${value.last})`;
    case 'covariate':
      return value.covariate;
    case 'logarithm':
      return `log(${value.covariate})`;
  }
}

function rest(name: string, part: { terms: readonly PanelTerm[]; offset?: string | undefined }) {
  return { terms: nameTerms(name, part.terms), offset: part.offset ?? null };
}

function delayOf(
  part: string,
  { delay, lag }: { delay?: PanelDelay | string | undefined; lag?: number | undefined },
  plan: PanelPlan,
): { delay: PanelDelay; delayName: string } {
  if (typeof delay === 'string') {
    const shared = plan.delays?.[delay];
    if (!shared) throw new Error(`the plan has no delay "${delay}"`);
    return { delay: shared, delayName: delay };
  }
  const only = { family: 'uniform', parameters: [], from: lag ?? 1, to: lag ?? 1 } as const;
  return { delay: delay ?? only, delayName: part };
}
