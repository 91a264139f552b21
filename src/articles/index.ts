export { loadPacks, loadPackTexts } from './loadPacks.ts';
export { importArticle, type ArticleOptions, type ArticleOutcome } from './importArticle.ts';
export { askModel, modelCacheFolder, type AskModelOptions, type ModelEndpoint } from './askModel.ts';
