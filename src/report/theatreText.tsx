/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination } from '../evidence/index.ts';
import { claimAnchor, lineAnchor } from './anchors.ts';
import { Badge } from './badge.tsx';
import { formatNumber } from './formatNumber.ts';

/** The theatre as written, each claim beside its findings. */
export function TheatreText({ examination }: { readonly examination: Examination }) {
  const lines = examination.theatre.text.replace(/\n$/, '').split(/\r\n|\n|\r/);
  const claims = new Map(examination.claims.map((claim) => [claim.line, claim]));
  const belonging = markClaimLines(lines, claims);
  return (
    <section aria-labelledby="theatre">
      <h2 id="theatre">The theatre as written</h2>
      <p>
        {examination.theatre.file}, hash <code class="hash">{examination.theatre.hash}</code>,{' '}
        {formatNumber(lines.length)} lines.
      </p>
      <Diagnostics examination={examination} />
      <ol class="text">
        {lines.map((line, index) => {
          const claim = claims.get(index + 1);
          return (
            <li id={lineAnchor(index + 1)} class={lineClass(claim !== undefined, belonging.has(index + 1))}>
              <code>{line === '' ? ' ' : line}</code>
              {claim === undefined ? null : <Findings claim={claim} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function lineClass(starts: boolean, belongs: boolean): string | undefined {
  if (starts) return 'of-claim starts';
  return belongs ? 'of-claim' : undefined;
}

function Findings({ claim }: { readonly claim: ClaimExamination }) {
  return (
    <a class="findings" href={`#${claimAnchor(claim.name)}`}>
      <span class="hidden">{claim.name}: </span>
      {claim.parts.map((part) => (
        <span class="no-break">
          <span class="part">{part.part}</span> <Badge finding={part.finding} />
        </span>
      ))}
    </a>
  );
}

/** A claim reaches from its own line over the indented lines below it. */
function markClaimLines(
  lines: readonly string[],
  claims: ReadonlyMap<number, ClaimExamination>,
): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const start of claims.keys()) {
    marked.add(start);
    for (let line = start + 1; /^\s+\S/.test(lines[line - 1] ?? ''); line += 1) marked.add(line);
  }
  return marked;
}

function Diagnostics({ examination }: { readonly examination: Examination }) {
  const { diagnostics, theatre } = examination;
  if (diagnostics.length === 0) return null;
  return (
    <>
      <h3>Remarks on the text</h3>
      <ul>
        {diagnostics.map((diagnostic) => (
          <li>
            <b>{diagnostic.severity}</b>{' '}
            <a href={`#${lineAnchor(diagnostic.line)}`}>
              {theatre.file}:{String(diagnostic.line)}:{String(diagnostic.column)}
            </a>{' '}
            {diagnostic.message} {diagnostic.hint === null ? null : <em>{diagnostic.hint}</em>}
          </li>
        ))}
      </ul>
    </>
  );
}
