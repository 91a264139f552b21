export type * from './document.ts';
export type * from './theatre.ts';
export type { CheckContext, Checked, RequestedFile } from './checkContext.ts';
export { didYouMean } from './didYouMean.ts';
export type { Candidate, Meant } from './didYouMean.ts';
