export { endemicColumns } from './endemicColumns.ts';
export { passesGate } from './passesGate.ts';
export { longestHistory } from './longestHistory.ts';
export { modifierColumns } from './modifierColumns.ts';
export { onDays } from './onDays.ts';
export { designStream } from './designStream.ts';
export { simulateTheatre, type SimulatedTheatre, type SimulationOptions } from './simulateTheatre.ts';
export type {
  AnswerTerm,
  Gate,
  ModifierTerm,
  PanelFrame,
  StreamModel,
  StreamParameters,
} from './streamModel.ts';
export { theatreRadius } from './theatreRadius.ts';
