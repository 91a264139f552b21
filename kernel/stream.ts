/**
 * The likelihood of one stream over all days, written in AssemblyScript so that two days are worked on at once; `npm run kernel
 * stream` turns it into the bytes that `src/model/streamKernel.ts` runs. The letters are those of `src/model/likelihood.ts`;
 * `streamMemory.ts` there says where everything lies. All numbers are f64 and all pointers and indices i32, little-endian.
 */
export { evaluate } from './streamValue';
export { differentiate } from './streamSlopes';
export { prepareScore, score } from './streamScore';
