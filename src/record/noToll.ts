/** The fields of an event of which a record of news states nothing: deaths and wounded. Not stated is not none. */
export const NO_TOLL = {
  killedLow: null,
  killedHigh: null,
  killedBest: null,
  killedInitiators: null,
  killedTargets: null,
  killedCivilians: null,
  killedSide: null,
  wounded: null,
} as const;
