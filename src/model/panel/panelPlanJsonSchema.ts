import { z } from 'zod';
import { PANEL_PLAN } from './panelPlan.ts';

/** The schema of panel plans as JSON Schema (draft 2020-12), published as `docs/tacit-panel.schema.json`. */
export function panelPlanJsonSchema(): unknown {
  return z.toJSONSchema(PANEL_PLAN, { target: 'draft-2020-12' });
}
