import { describe, expect, it } from 'vitest';
import { findCycles, findSideDoors, findUpwardImports } from './folderRules.ts';
import { readTree, type SourceFile } from './sourceTree.ts';

const source = readTree(['src'], ['.ts', '.tsx']);
const made = (files: Readonly<Record<string, string>>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

describe('folders know each other one way only', () => {
  it('holds in src', () => {
    expect(findUpwardImports(source)).toEqual([]);
  });

  it.each([
    ['an upward import', "import { fit } from '../model/index.ts';"],
    ['an upward type import', "import type { Fit } from '../model/index.ts';"],
    ['an upward export from', "export * from '../model/index.ts';"],
    ['an upward dynamic import', "const model = await import('../model/index.ts');"],
    ['an upward import type', "type Fit = import('../model/index.ts').Fit;"],
    ['a package', "import { z } from 'zod';"],
    ['a node module', "import { readFileSync } from 'node:fs';"],
    ['a file outside src', "import { x } from '../../test/x.ts';"],
  ])('names %s', (_, text) => {
    expect(findUpwardImports(made({ 'src/stats/a.ts': `\n${text}` }))).toHaveLength(1);
    expect(findUpwardImports(made({ 'src/stats/a.ts': `\n${text}` }))[0]).toContain('src/stats/a.ts:2');
  });

  it('keeps language and record apart, and names folders that the table lacks', () => {
    const both = made({
      'src/language/a.ts': "import type { Event } from '../record/index.ts';",
      'src/record/a.ts': "import type { Theatre } from '../language/index.ts';",
      'src/extras/a.ts': '',
    });
    expect(findUpwardImports(both)).toHaveLength(3);
  });

  it('lets the allowed directions pass', () => {
    const fine = made({
      'src/model/a.ts': "import { a } from '../record/index.ts'; import { b } from './terms/index.ts';",
      'src/cli/a.ts': "import { readFileSync } from 'node:fs'; import { examine } from '../examine.ts';",
    });
    expect(findUpwardImports(fine)).toEqual([]);
  });
});

describe('folders are entered through index.ts', () => {
  it('holds in src', () => {
    expect(findSideDoors(source)).toEqual([]);
  });

  it('names side doors into folders and sub-folders', () => {
    const files = made({
      'src/record/index.ts': '',
      'src/model/delays/index.ts': '',
      'src/model/a.ts': "import { x } from '../record/event.ts';",
      'src/model/b.ts': "import type { x } from './delays/geometric.ts';",
      'src/evidence/c.ts': "import { x } from '../model/delays/index.ts';",
      'src/model/fine.ts': "import { x } from './delays/index.ts'; import { y } from '../record/index.ts';",
      'src/model/delays/fine.ts': "import { x } from '../plan.ts';",
      'src/cli/fine.ts': "import { examine } from '../examine.ts';",
    });
    expect(findSideDoors(files).map((line) => line.split(':')[0])).toEqual([
      'src/model/a.ts',
      'src/model/b.ts',
      'src/evidence/c.ts',
    ]);
  });
});

describe('files do not import each other in rings', () => {
  it('holds in src', () => {
    expect(findCycles(source)).toEqual([]);
  });

  it('names a ring, also one of type imports', () => {
    const files = made({
      'src/model/a.ts': "import type { B } from './b.ts';",
      'src/model/b.ts': "export { c } from './c.ts';",
      'src/model/c.ts': "import { a } from './a.ts';",
    });
    expect(findCycles(files)).toEqual(['src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts']);
  });
});
