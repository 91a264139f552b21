import type { Reliability } from './draft.ts';

/**
 * How far each layer of the reader can be trusted, measured as docs/reading.md tells. Printed with every draft. What was
 * measured on text the rules were made with is not quoted as quality; where nothing else was measured, that is said.
 */
export const RELIABILITY: readonly Reliability[] = [
  {
    layer: 'acts (class, doer and target all right)',
    figure: '.63; class .89, doer .85, target .78; expect less on other text',
    measuredOn: '160 PLOVER gold sentences, development half, 21 November 2026',
  },
  {
    layer: 'who acts on whom, names no pack knows',
    figure: 'doer .50, target .56, both .40',
    measuredOn: '341 coded pairs of 284 PETRARCH unit sentences, 21 November 2026',
  },
  {
    layer: 'names; who speaks; claims; kinds',
    figure: 'found .94; .44; .75; right .81; .84; .72; kind .82: a first look, before it was mended',
    measuredOn: '8 invented articles, 21 November 2026; docs/reading.md',
  },
];
