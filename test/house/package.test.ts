import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './sourceTree.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Manifest;

/** Dependencies whose version is a range, a tag or an address instead of one version. */
function findLoosePins(pins: Readonly<Record<string, string>>): string[] {
  return Object.entries(pins)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`);
}

/** Scripts that npm would run by itself while installing. */
function findInstallScripts(scripts: Readonly<Record<string, string>>): string[] {
  return Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name));
}

describe('dependencies', () => {
  it('are pinned exactly', () => {
    expect(findLoosePins({ ...manifest.dependencies, ...manifest.devDependencies })).toEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', '1.2', 'latest', '*', '>=1.0.0', 'github:a/b'])('%s is no pin', (version) => {
    expect(findLoosePins({ a: version, b: '1.2.3', c: '1.5.5-r.5' })).toEqual([`a@${version}`]);
  });

  it('need no script of ours at install time', () => {
    expect(findInstallScripts(manifest.scripts)).toEqual([]);
    expect(findInstallScripts({ postinstall: 'x', prepare: 'y', test: 'z' })).toEqual([
      'postinstall',
      'prepare',
    ]);
  });
});
