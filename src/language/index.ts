export type * from './document.ts';
export type * from './theatre.ts';
