import type { RateFit } from './fitModifier.ts';

/** Own history this near to one would carry any change on for ever; what is longer cannot be told from it. */
const LARGEST_OWN_HISTORY = 0.98;

/**
 * The ratio of the rates themselves. The fitted factor g multiplies the mean on each day, own history included, and
 * the lower (higher) counts of one day make the next day's own history lower (higher) too: a level that settles at
 * m = g(nu + rho·m) stands to the old one, nu/(1 − rho), as g(1 − rho)/(1 − g·rho). Under strong own history g itself is
 * near one whatever happened. One stays one, so the test is the same; interval and standard errors go the same way, the
 * latter by the slope 1/(1 − g·rho). Without limit where g·rho reaches one.
 */
export function wholeEffect(fit: RateFit): RateFit {
  const rho = Math.min(Math.max(fit.ownHistory, 0), LARGEST_OWN_HISTORY);
  const whole = (factor: number) =>
    factor * rho >= 1 ? Infinity : (factor * (1 - rho)) / (1 - factor * rho);
  const slope = (factor: number) => 1 / Math.max(1 - LARGEST_OWN_HISTORY, 1 - factor * rho);
  const ratio = whole(fit.ratio);
  const factor = Math.exp(fit.logRatio);
  const settled = Math.log(whole(factor));
  return {
    ...fit,
    ratio,
    lower: whole(fit.lower),
    upper: whole(fit.upper),
    logRatio: Number.isFinite(settled) ? settled : fit.logRatio,
    standardError: fit.standardError === null ? null : fit.standardError * slope(factor),
    standardErrorNull: fit.standardErrorNull === null ? null : fit.standardErrorNull * slope(1),
  };
}
