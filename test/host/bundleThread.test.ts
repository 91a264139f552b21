import { expect, it } from 'vitest';
import { bundleThread } from '../../src/host/bundleThread.ts';

it('holds what the judges call and needs no package beside it', async () => {
  const script = await bundleThread('judgesWorker.ts');
  expect(script).toContain('function judgeClaim(');
  expect(script).not.toContain('function resolveTheatre(');
  expect(new Set(script?.match(/\brequire\("[^"]*"\)/g))).toEqual(
    new Set(['require("node:worker_threads")']),
  );
});

it('gives nothing where there is nothing to bundle, so that the source is loaded instead', async () => {
  expect(await bundleThread('noSuchWorker.ts')).toBeNull();
});
