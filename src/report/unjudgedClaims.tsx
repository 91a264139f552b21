/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination, RecordQuality } from '../evidence/index.ts';
import { claimAnchor, lineAnchor } from './anchors.ts';
import { Badge } from './badge.tsx';
import { ClaimText } from './claimText.tsx';
import { groupClaims } from './groupClaims.ts';
import { groupReasons } from './groupReasons.ts';
import type { ReasonGroup } from './groupReasons.ts';
import { RestsOn } from './restsOn.tsx';
import { SourceLine } from './sourceLine.tsx';

/** Claims that the record cannot decide: all shown, in small rows. */
export function UnjudgedClaims({ examination }: { readonly examination: Examination }) {
  const { notTestable: claims } = groupClaims(examination);
  return (
    <section aria-labelledby="not-testable">
      <h2 id="not-testable">Not testable on this record ({claims.length})</h2>
      <p>
        {claims.length === 0
          ? 'None in this theatre.'
          : 'Kept as their sources put them. Whether they are true is not decided here, in either direction.'}
      </p>
      {groupReasons(claims).map((group) => (
        <Group group={group} records={examination.records} />
      ))}
    </section>
  );
}

function Group({
  group,
  records,
}: {
  readonly group: ReasonGroup;
  readonly records: readonly RecordQuality[];
}) {
  const own = group.sentence === null;
  return (
    <>
      <h3>
        {group.reason} ({group.claims.length})
      </h3>
      {own ? null : <p>{group.sentence}</p>}
      <RestsOn records={records} of={group.claims.map(({ name }) => name).join(', ')} />
      <ul class={own ? 'unjudged' : 'unjudged alike'}>
        {group.claims.map((claim) => (
          <li id={claimAnchor(claim.name)}>
            <div>
              <a class="name" href={`#${lineAnchor(claim.line)}`}>
                {claim.name}
              </a>{' '}
              {own ? null : <PartNames claim={claim} />}
              <ClaimText text={claim.text} />
              <SourceLine claim={claim} links="none" />
            </div>
            {own ? (
              <div>
                <PartNames claim={claim} />
                {claim.parts.map((part) => (
                  <p>{part.sentence}</p>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function PartNames({ claim }: { readonly claim: ClaimExamination }) {
  return (
    <>
      {claim.parts.map((part) => (
        <span class="no-break">
          <span class="part">{part.part}</span> <Badge finding={part.finding} />{' '}
        </span>
      ))}
    </>
  );
}
