/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Finding } from '../evidence/index.ts';
import { wordFor } from './findingWords.ts';

/** Shapes, not only colours, tell findings apart; drawn as paths because fonts differ in their symbols. */
const SHAPES: Readonly<Record<Finding, string>> = {
  supported: 'M2 7l3 3 6-7',
  contradicted: 'M3 3l7 7M10 3l-7 7',
  'not separable': 'M1 5c2-4 4-4 5.5 0s3.5 4 5.5 0M1 9c2-4 4-4 5.5 0s3.5 4 5.5 0',
  'too few events': 'M4 4.500c0-3 5-3 5 0 0 2-2.5 2-2.5 4M6.5 11v.5',
  disputed: 'M4 1.500v10M4 1.500l-2.5 3M4 1.500l2.5 3M9 11.500v-10M9 11.500l-2.5-3M9 11.500l2.5-3',
  'not testable': 'M6.5 2a4.5 4.5 0 1 0 .01 0M3 10l7-7',
};

/** The finding as a mark of its own shape, border and words. */
export function Badge({ finding }: { readonly finding: Finding }) {
  return (
    <span class={`badge ${badgeClass(finding)}`}>
      <FindingShape finding={finding} />
      {wordFor(finding).label}
    </span>
  );
}

/** The shape alone, for places with words beside it. */
export function FindingShape({ finding }: { readonly finding: Finding }) {
  return (
    <svg class="shape" viewBox="0 0 13 13" aria-hidden="true">
      <path d={SHAPES[finding]} />
    </svg>
  );
}

/** `not separable` → `not-separable`: the class that the style sheet knows. */
function badgeClass(finding: Finding): string {
  return finding.replaceAll(' ', '-');
}
