import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPanelPlan } from '../../../src/model/index.ts';
import { fitByCommand, usePlanFolder } from './fitByCommand.ts';

const root = join(import.meta.dirname, '../../..');
const model = readFileSync(join(root, 'docs/model.md'), 'utf8');
usePlanFolder();

describe('docs/model.md', () => {
  it('has an example of a panel that prints the numbers it shows', async () => {
    const section = model.slice(model.indexOf('## The panel model'));
    const [plan = '', shown = ''] = [...section.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
      ([, block]) => block!,
    );
    const reading = readPanelPlan(plan);
    if (!reading.ok) throw new Error(reading.messages.join('\n'));
    const printed = await fitByCommand(join(root, 'examples/tutorial/counts.csv'), reading.plan);
    expect(round(printed)).toMatchObject(JSON.parse(shown) as object);
  });
});

/** Numbers as the document shows them. */
function round(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'number' ? Math.round(inner * 1e4) / 1e4 : inner,
    ),
  );
}
