import {
  likelihoodRatioTest,
  nullModel,
  profileInterval,
  sandwichErrors,
  type FailedFit,
  type LikelihoodRatioTest,
  type ModifierColumn,
  type NullModel,
  type StreamDesign,
} from '../../model/index.ts';
import { normalQuantile, normalUpperTail } from '../../stats/index.ts';
import type { FitPair } from '../pictures/addUp.ts';
import { THRESHOLDS } from '../thresholds.ts';

/** Lag up to which neighbouring days may depend on each other in the robust standard error. */
const SANDWICH_DAYS = 30;

/** A rate ratio exp(gamma·contrast) with its interval and two-sided p. */
export interface RateFit {
  readonly kind: 'fitted';
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
  readonly logRatio: number;
  readonly standardError: number | null;
  /** Of the log ratio under "no change", for power. */
  readonly standardErrorNull: number | null;
  /** Events that each event of the stream's own recent past brings, as fitted beside the modifier. */
  readonly ownHistory: number;
  readonly nullModel: NullModel;
  /** Both fits, for pictures. */
  readonly pair: FitPair;
}

/** What a test of a modifier says before anything is asked of its interval. */
export interface ModifierTest extends Pick<RateFit, 'ratio' | 'logRatio' | 'pValue'> {
  readonly kind: 'fitted';
  /** The modifier's own parameter, its standard error and the robust one; null at a bound. */
  readonly gamma: number;
  readonly model: number | null;
  readonly robust: number | null;
  readonly test: LikelihoodRatioTest;
}

/**
 * Fits the one modifier of a design and states it as a rate ratio at `contrast`. The interval is the wider, the p the
 * larger of profile likelihood and a robust (Newey–West) standard error: counts that swell and ebb over days make the
 * likelihood alone too sure. Source: neweyWest1987.
 */
export function fitModifier(design: StreamDesign, contrast: number, stepDays: number): RateFit | FailedFit {
  const tested = testModifier(design, contrast, stepDays);
  if (tested.kind === 'failed') return tested;
  const { gamma, model, robust, test, ratio, logRatio, pValue } = tested;
  const { name, z } = theModifier(design);
  const profile = profileInterval(design, test.fit, name, THRESHOLDS.intervalLevel);
  const reach = robust === null ? 0 : robust * normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2);
  const lower = Math.min(profile?.lower ?? -Infinity, gamma - reach) * contrast;
  const upper = Math.max(profile?.upper ?? Infinity, gamma + reach) * contrast;
  const underNull = nullModel({ ...design, modifiers: [] }, test.nullFit);
  const { information } = underNull.modifier(z);
  const inflation = model !== null && robust !== null && model > 0 ? Math.max(1, robust / model) : 1;
  return {
    ...{ kind: 'fitted', ratio, logRatio, pValue },
    lower: Math.exp(lower),
    upper: Math.exp(upper),
    standardError: robust === null || model === null ? null : Math.max(robust, model) * contrast,
    standardErrorNull: information > 0 ? (inflation * contrast) / Math.sqrt(information) : null,
    ownHistory: test.fit.parameters['own history'] ?? 0,
    nullModel: underNull,
    pair: { design, with: test.fit, without: test.nullFit },
  };
}

/** The same without the interval, which takes most of the time: where only ratio and p are asked for. */
export function testModifier(
  design: StreamDesign,
  contrast: number,
  stepDays: number,
): ModifierTest | FailedFit {
  const { name } = theModifier(design);
  const test = likelihoodRatioTest(design, name);
  if (test.kind === 'failed') return test;
  const gamma = test.fit.parameters[name] ?? 0;
  const model = test.fit.standardErrors[name] ?? null;
  const lag = Math.max(1, Math.round(SANDWICH_DAYS / stepDays));
  const robust = model === null ? null : (sandwichErrors(design, test.fit, lag, [name])[name] ?? null);
  return {
    kind: 'fitted',
    ratio: test.fit.atBound.includes(name) ? limitRatio(gamma) : Math.exp(gamma * contrast),
    logRatio: gamma * contrast,
    pValue:
      robust === null || robust === 0
        ? test.pValue
        : Math.max(test.pValue, 2 * normalUpperTail(Math.abs(gamma) / robust)),
    ...{ gamma, model, robust, test },
  };
}

function theModifier({ modifiers }: StreamDesign): ModifierColumn {
  const [modifier, ...others] = modifiers;
  if (!modifier || others.length > 0) throw new Error('fitModifier: the design needs one modifier');
  return modifier;
}

/** A rate of nothing on one side runs to the bound of the fit: the ratio is then 0 or without limit. */
function limitRatio(gamma: number): number {
  return gamma < 0 ? 0 : Infinity;
}
