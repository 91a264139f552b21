/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { lineAnchor } from './anchors.ts';
import { ClaimText } from './claimText.tsx';

type OpenClaim = NonNullable<Examination['open']>[number];

/** Claims in which a person has left something open: shown beside the judged ones, with what is missing. */
export function OpenClaims({
  examination,
  children = (claim) => <LineLink claim={claim} examination={examination} />,
}: {
  readonly examination: Examination;
  /** The name of a claim, leading to its line; default a link inside the report. */
  readonly children?: (claim: OpenClaim) => unknown;
}) {
  const { open = [] } = examination;
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open">
      <h2 id="open">Still open, not judged ({open.length})</h2>
      <p>
        A <code>?</code> stands where something is missing. These claims are in no number on this page, and
        are judged as soon as it is filled.
      </p>
      <ul class="unjudged">
        {open.map((claim) => (
          <li>
            <div>
              {children(claim)}
              <ClaimText text={claim.text} />
            </div>
            <div>
              {claim.missing.map((sentence) => (
                <p>
                  <bdi>{sentence}</bdi>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A used file is not printed in the report: its lines have no place to lead to. */
function LineLink({ claim, examination }: { readonly claim: OpenClaim; readonly examination: Examination }) {
  const { name, file, line } = claim;
  if (file !== null && file !== examination.theatre.file)
    return (
      <span class="name">
        <bdi>{name}</bdi>, {file}, line {line}
      </span>
    );
  return (
    <>
      <a class="name" href={`#${lineAnchor(line)}`}>
        <bdi>{name}</bdi>
      </a>
      , line {line}
    </>
  );
}
