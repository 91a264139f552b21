/** How this program runs parts of itself beside it. */
export { scriptArguments } from './scriptArguments.ts';
export { scriptsFolder } from './scriptsFolder.ts';
