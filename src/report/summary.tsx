/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { FindingShape } from './badge.tsx';
import { wordFor } from './findingWords.ts';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { countFindings, groupClaims } from './groupClaims.ts';

/** How often each finding was reached, and how many of the "supported" may be wrong. */
export function Summary({ examination }: { readonly examination: Examination }) {
  const counts = countFindings(examination);
  const groups = groupClaims(examination);
  const parts = counts.reduce((sum, count) => sum + count.parts, 0);
  return (
    <section aria-labelledby="in-short">
      <h2 id="in-short">In short</h2>
      <ul class="counts">
        {counts.map(({ finding, parts: count }) => (
          <li class={`${finding.replaceAll(' ', '-')}${count === 0 ? ' none' : ''}`}>
            <b>{formatNumber(count)}</b>
            <span>
              <FindingShape finding={finding} /> {wordFor(finding).label}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {formatCount(examination.claims.length, 'claim')} with {formatCount(parts, 'part')}:{' '}
        {formatNumber(groups.judged.length)} judged on the record, {formatNumber(groups.notTestable.length)}{' '}
        <a href="#not-testable">not testable</a>
        <OpenCount examination={examination} />. The numbers above count parts: one sentence may assert a
        rate, its timing and its cause, and each is judged by itself.
      </p>
      <p>{describeErrorControl(examination)}</p>
      {examination.records
        .filter(({ faults }) => faults.length > 0)
        .map(({ file, faults }) => (
          <>
            <h3>Every verdict here rests on {file}, of which is known</h3>
            <ul class="faults">
              {faults.map((fault) => (
                <li>{fault}</li>
              ))}
            </ul>
          </>
        ))}
      <p>
        A verdict speaks about <em>this claim on this record</em>. Claims belong to their sources and are
        shown as written down in the theatre file.
      </p>
    </section>
  );
}

function OpenCount({ examination: { open = [] } }: { readonly examination: Examination }) {
  if (open.length === 0) return null;
  return (
    <>
      ; besides, {formatCount(open.length, 'claim')} <a href="#open">still open</a>, not judged
    </>
  );
}

function describeErrorControl({ errorControl }: Examination): string {
  if (errorControl === undefined || errorControl === null) {
    return 'Nothing here was put to a statistical test, so no number of false “supported” is stated.';
  }
  return (
    `${errorControl.procedure} holds the chance of any false “supported” among the ${formatCount(errorControl.tests, 'test')} ` +
    `behind these findings at ${formatPercent(errorControl.level)}, as far as each test keeps its own level: docs/verdicts.md ` +
    'says which kinds of records still fool it. Events and totals are read off, not tested.'
  );
}
