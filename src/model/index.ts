export type { CountPanel } from './countPanel.ts';
export type { ClaimPlan, ClaimTest, DelaySpec, Plan, PlannedStream, Untestability } from './plan.ts';
