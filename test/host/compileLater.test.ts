import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('says nothing, whatever the engine, and programs run on', () => {
  const module = new URL('../../src/host/compileLater.ts', import.meta.url).href;
  const text = `const { compileLater } = await import('${module}'); compileLater(); console.log('on');`;
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', text], {
    encoding: 'utf8',
  });
  expect([run.status, run.stdout, run.stderr]).toEqual([0, 'on\n', '']);
});
