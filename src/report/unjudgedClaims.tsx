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
        records={examination.records}
      />
      <ClaimList
        id="not-judged"
        title="Not judged yet"
        words="Tacit reads these sentences and finds their events, but this version does not judge their form. That says nothing about the claims."
        claims={notJudged}
        records={examination.records}
      />
    </>
  );
}

interface ClaimListProps {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly claims: readonly ClaimExamination[];
  readonly records: readonly RecordQuality[];
}

function ClaimList({ id, title, words, claims, records }: ClaimListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({claims.length})
      </h2>
      <p>{claims.length === 0 ? 'None in this theatre.' : words}</p>
      {groupReasons(claims).map((group) => (
        <Group group={group} records={records} />
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
