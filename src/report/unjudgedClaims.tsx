/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination } from '../evidence/index.ts';
import { claimAnchor, lineAnchor } from './anchors.ts';
import { Badge } from './badge.tsx';
import { groupClaims } from './groupClaims.ts';
import { SourceLine } from './sourceLine.tsx';

/** Claims that the record cannot decide, and those whose form is not judged yet: all shown, in small rows. */
export function UnjudgedClaims({ examination }: { readonly examination: Examination }) {
  const { notTestable, notJudged } = groupClaims(examination);
  return (
    <>
      <ClaimList
        id="not-testable"
        title="Not testable on this record"
        words="Kept as their sources put them. Whether they are true is not decided here, in either direction."
        claims={notTestable}
      />
      <ClaimList
        id="not-judged"
        title="Not judged yet"
        words="Tacit reads these sentences and finds their events, but this version does not judge their form. That says nothing about the claims."
        claims={notJudged}
      />
    </>
  );
}

interface ClaimListProps {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly claims: readonly ClaimExamination[];
}

function ClaimList({ id, title, words, claims }: ClaimListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({claims.length})
      </h2>
      <p>{claims.length === 0 ? 'None in this theatre.' : words}</p>
      <ul class="unjudged">
        {claims.map((claim) => (
          <li id={claimAnchor(claim.name)}>
            <div>
              <a class="name" href={`#${lineAnchor(claim.line)}`}>
                {claim.name}
              </a>{' '}
              <code class="sentence">{claim.text}</code>
              <SourceLine claim={claim} links="none" />
            </div>
            <div>
              {claim.parts.map((part) => (
                <p>
                  <span class="part">{part.part}</span> <Badge finding={part.finding} />
                  {part.reason === null ? null : <b> {part.reason}</b>}
                  <br />
                  {part.sentence}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
