export { loadPacks, loadPackTexts } from './loadPacks.ts';
