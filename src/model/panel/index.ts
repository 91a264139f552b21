export { evaluatePanel, type PanelPoint } from './evaluatePanel.ts';
export { fitPanel, type PanelFit } from './fitPanel.ts';
export type { PanelDelayFound, PanelDescription, PanelPsi } from './describePanel.ts';
export { listEigenvalues } from './listEigenvalues.ts';
export type { PanelData } from './panelData.ts';
export {
  PANEL_PLAN,
  type PanelDelay,
  type PanelPart,
  type PanelPlan,
  type PanelRule,
  type PanelTerm,
  type PanelWeights,
} from './panelPlan.ts';
export { arrangePanel, type PanelArrangement } from './arrangePanel.ts';
export { checkPanelPlan } from './checkPanelPlan.ts';
export { panelPlanJsonSchema } from './panelPlanJsonSchema.ts';
export { readPanelPlan, type PanelPlanReading } from './readPanelPlan.ts';
export { readPanelTable, type PanelTable, type PanelTableReading } from './readPanelTable.ts';
export {
  PANEL_SCORES,
  scorePanel,
  type PanelForecast,
  type PanelScores,
  type PanelScoring,
} from './scorePanel.ts';
