export { startLanguageServer } from './startLanguageServer.ts';
export type { LanguageServerOptions } from './startLanguageServer.ts';
