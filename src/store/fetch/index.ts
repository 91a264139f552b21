export { downloadFile, type Downloaded } from './downloadFile.ts';
export { fetchAcled, type AcledQuery } from './fetchAcled.ts';
export type { FetchFault } from './fetchFault.ts';
export { fetchGdelt, type GdeltFetched } from './fetchGdelt.ts';
export { UCDP_VERSION, ucdpFile } from './ucdpFile.ts';
