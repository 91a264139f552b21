export type * from './article.ts';
export { findNames } from './names/findNames.ts';
export { choosePacks, type PackChoice } from './packs/choosePacks.ts';
export { readPack, type PackReading } from './packs/readPack.ts';
export { articleOfText, type ArticleFacts } from './passages/articleOfText.ts';
export { languageOf } from './passages/languageOf.ts';
export { findTimes } from './time/findTimes.ts';
export type * from './draft/draft.ts';
