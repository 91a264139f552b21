export type * from './document.ts';
export type * from './theatre.ts';
export type { CheckContext, Checked, RequestedFile } from './checkContext.ts';
export { didYouMean } from './didYouMean.ts';
export type { Candidate, Meant } from './didYouMean.ts';
export { parse } from './parse.ts';
export type { Parsed } from './parse.ts';
export { EVENT_CLASSES, STANDARD_ACTS } from './standardActs.ts';
export { actNamed, pluralOf } from './actWords.ts';
