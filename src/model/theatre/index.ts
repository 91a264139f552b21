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
