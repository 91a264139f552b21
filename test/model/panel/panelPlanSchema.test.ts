import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format as prettify } from 'prettier';
import { describe, expect, it } from 'vitest';
import { panelPlanJsonSchema } from '../../../src/model/index.ts';
import { publishedCases } from './publishedPlans.ts';

const root = join(import.meta.dirname, '../../..');

describe('docs/tacit-panel.schema.json', () => {
  it('is made from the schema that reads plans', async () => {
    const made = await prettify(JSON.stringify(panelPlanJsonSchema()), { parser: 'json', printWidth: 110 });
    await expect(made).toMatchFileSnapshot(join(root, 'docs', 'tacit-panel.schema.json'));
  });

  it('accepts the published plans and refuses unknown keys', () => {
    const validate = new Ajv2020({ strict: false }).compile(panelPlanJsonSchema() as object);
    for (const { plan } of publishedCases) expect(validate(JSON.parse(JSON.stringify(plan)))).toBe(true);
    expect(validate({ ...publishedCases[0]!.plan, colour: 'red' })).toBe(false);
  });
});
