import { z } from 'zod';
import { TWIN_SCHEMA } from './twinSchema.ts';

/** The schema of JSON twins as JSON Schema (draft 2020-12), published as `docs/tacit-theatre.schema.json`. */
export function twinJsonSchema(): unknown {
  return z.toJSONSchema(TWIN_SCHEMA, { target: 'draft-2020-12' });
}
