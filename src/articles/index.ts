export { loadPacks } from './loadPacks.ts';
export { loadPackTexts } from './loadPackTexts.ts';
export { importArticle, type ArticleOptions, type ArticleOutcome } from './importArticle.ts';
export { askModel, type AskModelOptions, type ModelEndpoint } from './askModel.ts';
