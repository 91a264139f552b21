/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination } from '../evidence/index.ts';
import { claimAnchor, lineAnchor } from './anchors.ts';
import { safeAddress } from './safeAddress.ts';

interface SourceLineProps {
  readonly claim: ClaimExamination;
  /** Where the reader is not yet: at the claim's line of the theatre, at its details, or neither. */
  readonly links: 'line' | 'line and details' | 'none';
}

/** Who says so, when and where, in the source's own words where they are given. */
export function SourceLine({ claim, links }: SourceLineProps) {
  return (
    <span class="said-by">
      {claim.quote === null ? null : <q dir="auto">{claim.quote}</q>} <SourceName claim={claim} />
      {claim.published === undefined || claim.published === null ? '' : `, ${claim.published}`}
      {claim.passage === null ? '' : `, ${claim.passage}`}
      {links === 'none' ? null : (
        <>
          {' · '}
          <a class="no-break" href={`#${lineAnchor(claim.line)}`}>
            line {String(claim.line)}
            <span class="hidden"> of the theatre: {claim.name}</span>
          </a>
        </>
      )}
      {links === 'line and details' ? (
        <>
          {' · '}
          <a href={`#${claimAnchor(claim.name)}`}>
            details<span class="hidden"> of {claim.name}</span>
          </a>
        </>
      ) : null}
    </span>
  );
}

function SourceName({ claim }: { readonly claim: ClaimExamination }) {
  const address = safeAddress(claim.sourceAddress);
  const name = <bdi>{claim.sourceDisplay}</bdi>;
  if (address === null) return name;
  return (
    <a href={address} rel="noopener noreferrer">
      {name}
    </a>
  );
}
