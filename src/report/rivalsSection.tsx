/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RivalComparison, ScoreDifference } from '../evidence/index.ts';
import { claimAnchor } from './anchors.ts';
import { DataTable } from './dataTable.tsx';
import { formatNumber } from './formatNumber.ts';
import { groupRefused } from './groupRefused.ts';

/** Claims that the file sets against each other: which predicts better what it was not fitted to. Nothing without any. */
export function RivalsSection({ rivals }: { readonly rivals: readonly RivalComparison[] }) {
  if (rivals.length === 0) return null;
  const compared = rivals.filter(({ notComparable }) => notComparable === null);
  return (
    <section aria-labelledby="rivals" class="rivals">
      <h2 id="rivals">Rivals</h2>
      <p>
        Where the theatre sets claims against each other, both are fitted to nine tenths of the days they
        speak of and predict the last tenth, ten times over. Compared are the log scores of these predictions:
        above 0 the first claim predicts better. This is no verdict: the better of two claims may still be
        nothing but a wave that moves both sides.
      </p>
      {compared.length === 0 ? null : (
        <DataTable
          caption="Rival claims: differences of log scores on days held out, with intervals"
          columns={[
            'Rivals',
            'What both predict',
            'First over second',
            'First over none',
            'Second over none',
            'Steps',
          ]}
          numeric={[2, 3, 4, 5]}
          rows={compared.map((rival) => [
            <Names claims={rival.claims} />,
            rival.outcome,
            wordDifference(rival.difference),
            wordDifference(rival.overNone[0]),
            wordDifference(rival.overNone[1]),
            formatNumber(rival.steps),
          ])}
        />
      )}
      <ul>
        {compared.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
        {groupRefused(rivals).map(({ why, pairs }) => (
          <li>
            Not compared: {pairs.join('; ')} ({why}).
          </li>
        ))}
      </ul>
    </section>
  );
}

function Names({ claims: [first, second] }: { readonly claims: RivalComparison['claims'] }) {
  return (
    <>
      <a href={`#${claimAnchor(first)}`}>{first}</a> and <a href={`#${claimAnchor(second)}`}>{second}</a>
    </>
  );
}

function wordDifference(difference: ScoreDifference | null | undefined): string {
  if (!difference) return '–';
  const { estimate, lower, upper } = difference;
  return `${formatNumber(estimate)} [${formatNumber(lower)}, ${formatNumber(upper)}]`;
}
