/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination } from '../evidence/index.ts';
import { claimAnchor } from './anchors.ts';
import { FindingShape } from './badge.tsx';
import { formatCount } from './formatNumber.ts';

/** Below this many claims the verdict table itself is short enough to look through. */
const FEW_CLAIMS = 8;

const SECTIONS = [
  ['verdicts', 'Verdicts'],
  ['claims', 'Claims one by one'],
  ['whole', 'The whole'],
  ['not-testable', 'Not testable'],
  ['open', 'Still open'],
  ['rivals', 'Rivals'],
  ['records', 'The record'],
  ['theatre', 'The theatre'],
  ['words', 'Words'],
  ['diagnostics', 'Fits'],
  ['events', 'Events'],
] as const;

/** Where things are: the sections, and every claim by name with the shapes of its findings, folded up. */
export function Contents({ examination }: { readonly examination: Examination }) {
  const { claims } = examination;
  const absent = absentSections(examination);
  return (
    <nav aria-label="Contents">
      <ul>
        {SECTIONS.filter(([id]) => !absent.includes(id)).map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {claims.length < FEW_CLAIMS ? null : (
        <details class="index">
          <summary>{formatCount(claims.length, 'claim')} by name</summary>
          <ul>
            {[...claims].sort(byName).map((claim) => (
              <li>
                <a href={`#${claimAnchor(claim.name)}`}>{claim.name}</a>{' '}
                {findingsOf(claim).map((finding) => (
                  <span title={finding}>
                    <FindingShape finding={finding} />
                    <span class="hidden">{finding}</span>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function absentSections({ rivals = [], open = [], pictures, claims }: Examination): readonly string[] {
  const fitted = claims.some(({ figures }) => (figures?.diagnostics ?? []).length > 0);
  return [
    ...(open.length > 0 ? [] : ['open']),
    ...(rivals.length > 0 ? [] : ['rivals']),
    ...(pictures ? [] : ['whole']),
    ...(fitted ? [] : ['diagnostics']),
  ];
}

function findingsOf({ parts }: ClaimExamination) {
  return [...new Set(parts.map(({ finding }) => finding))];
}

/** `A2` before `A10`: numbers inside names count as numbers. */
function byName(a: ClaimExamination, b: ClaimExamination): number {
  const pad = (name: string) => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
  const [left, right] = [pad(a.name), pad(b.name)];
  return left < right ? -1 : Number(left > right);
}
