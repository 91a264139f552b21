// Makes counts.csv and truth.json anew: npx tsx examples/tutorial/make.ts
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCounts, makeTruth } from './makeTutorial.ts';

const folder = dirname(fileURLToPath(import.meta.url));
writeFileSync(join(folder, 'counts.csv'), makeCounts());
writeFileSync(join(folder, 'truth.json'), makeTruth());
