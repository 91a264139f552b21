export { CLAIM_TEXTS, USUAL_CLAIMS, type MadeClaim } from './madeClaims.ts';
export type { MadeKind } from './madeKind.ts';
export { MADE_KINDS } from './madeKinds.ts';
export type { MadeRecord, MadeWorld } from './madeWorld.ts';
export { makeContexts } from './makeContexts.ts';
export { makeRecord } from './makeRecord.ts';
export { readOutcome, type MadeOutcome } from './readOutcome.ts';
export {
  tallyCalibration,
  type Calibration,
  type ClaimTally,
  type KindTally,
  type Tally,
} from './tallyCalibration.ts';
export type { Truth } from './truthOf.ts';
export { listMadeEvents } from './listMadeEvents.ts';
export { writeMadeTheatre } from './writeMadeTheatre.ts';
