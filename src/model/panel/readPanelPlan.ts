import { PANEL_PLAN, type PanelPlan } from './panelPlan.ts';

export type PanelPlanReading =
  | { readonly ok: true; readonly plan: PanelPlan }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Reads a plan from JSON text: unknown keys, wrong kinds and values are named with their place. */
export function readPanelPlan(text: string): PanelPlanReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, messages: [`The plan is no JSON: ${(error as Error).message}.`] };
  }
  const reading = PANEL_PLAN.safeParse(value);
  if (!reading.success) {
    const messages = reading.error.issues.map(
      ({ path, message }) => `\`${path.join('.') || 'plan'}\`: ${message}.`,
    );
    return { ok: false, messages };
  }
  return { ok: true, plan: reading.data };
}
