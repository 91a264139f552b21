/** How much of the second side's acts may be the first side's incidents, written down once more a day or two later. */
export interface CodedTwice {
  /** The second side's counts without the days that lie one or two behind an act of the first. */
  readonly without: Float64Array;
  /** Share of the first side's days that are followed so, beyond what its ordinary days would give; and its standard error. */
  readonly beyondChance: number;
  readonly standardError: number;
}

const LAGS = [1, 2];

/** Takes out the acts of the second side that follow the first within two days, and says how many days are followed so. */
export function codedTwice(first: Float64Array, second: Float64Array, marks: Uint8Array): CodedTwice {
  const without = Float64Array.from(second);
  let [days, followed, others, active] = [0, 0, 0, 0];
  marks.forEach((on, step) => {
    if (!on) return;
    const behind = LAGS.some((lag) => first[step - lag]! > 0);
    if (behind) without[step] = 0;
    else {
      others++;
      if (second[step]! > 0) active++;
    }
    if (!(first[step]! > 0) || LAGS.some((lag) => marks[step + lag] !== 1)) return;
    days++;
    if (LAGS.some((lag) => second[step + lag]! > 0)) followed++;
  });
  const share = days === 0 ? 0 : followed / days;
  // Both days without one, at the rate of the days that follow nothing.
  const chance = others === 0 ? 0 : 1 - (1 - active / others) ** LAGS.length;
  return {
    without,
    beyondChance: share - chance,
    standardError: days === 0 ? 0 : Math.sqrt((share * (1 - share)) / days),
  };
}
