/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RecordQuality } from '../evidence/index.ts';
import { duplicatesAnchor, gapsAnchor } from './anchors.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { describeDuplicate } from './describeDuplicate.ts';
import { pasteDuplicate } from './pasteDuplicate.ts';
import { pasteMissing } from './pasteMissing.ts';

interface ProposalProps {
  readonly record: RecordQuality;
  readonly index: number;
}

/** Runs without any event that the record's own rate makes unlikely, as lines for the theatre. */
export function ProposedGaps({ record, index }: ProposalProps) {
  const { gaps } = record;
  const runs = record.columns.flatMap(({ name, emptyRuns, zeroRuns }) => [
    ...emptyRuns.map((run) => [name, 'no number', run.first, run.last, formatNumber(run.days)]),
    ...zeroRuns.map((run) => [name, 'only zeros', run.first, run.last, formatNumber(run.days)]),
  ]);
  return (
    <>
      <h4 id={gapsAnchor(index)}>Gaps proposed ({formatNumber(gaps.length)})</h4>
      {gaps.length === 0 ? (
        <p>No run of days without any event is longer than this record’s own rate would let one expect.</p>
      ) : (
        <>
          <p>
            On these days nobody did anything by this record, though its own rate before or after makes that
            very unlikely. Nothing is masked unasked: where nobody looked, put the line under the record.
          </p>
          <DataTable
            caption={`Gaps proposed in ${record.file}`}
            columns={['Line for the theatre', 'Days', 'Events to be expected']}
            numeric={[1, 2]}
            rows={gaps.map((gap) => [
              <code>{pasteMissing(gap)}</code>,
              formatNumber(gap.days),
              `about ${formatNumber(Math.round(gap.expected))}`,
            ])}
          />
        </>
      )}
      {runs.length === 0 ? null : (
        <DataTable
          caption="Long runs in single columns; empty cells count as not recorded, zeros as zero"
          columns={['Column', 'What', 'First day', 'Last day', 'Days']}
          numeric={[4]}
          rows={runs}
        />
      )}
    </>
  );
}

/** Pairs of rows that may be one incident, how they are counted, and the lines that decide them. */
export function ProposedDuplicates({ record, index }: ProposalProps) {
  const { count, pairs } = record.duplicates;
  return (
    <>
      <h4 id={duplicatesAnchor(index)}>Possible duplicates ({formatNumber(count)})</h4>
      <p>{describeSetting(record)}</p>
      {pairs.length === 0 ? null : (
        <details>
          <summary>
            {formatCount(pairs.length, 'pair')} with the line that makes it one incident
            <span class="hidden"> in {record.file}</span>
          </summary>
          {count > pairs.length ? (
            <p>
              The first {formatNumber(pairs.length)} are listed; <code>tacit record --duplicates</code> lists
              all.
            </p>
          ) : null}
          <DataTable
            caption={`Rows of ${record.file} that may be one incident coded twice`}
            columns={['Line for the theatre', 'What they share']}
            rows={pairs.map((pair) => {
              const { line, under } = pasteDuplicate(pair, record.file);
              return [
                <>
                  <code>{line}</code>
                  {under === record.file ? null : <span class="note">under the record {under}</span>}
                </>,
                describeDuplicate(pair),
              ];
            })}
          />
        </details>
      )}
    </>
  );
}

function describeSetting({ duplicates, duplicatesCounted, duplicatesDecided }: RecordQuality): string {
  const decided =
    duplicatesDecided === 0
      ? ''
      : ` ${formatCount(duplicatesDecided, 'pair')} ${duplicatesDecided === 1 ? 'was' : 'were'} decided one by one in the theatre.`;
  if (duplicates.count === 0) {
    return `No two rows have the same sides, act and place at most a day apart.${decided}`;
  }
  if (!duplicates.complete) {
    return `So many rows share sides, act and place at most a day apart that only the first pairs are listed. They count apart, and the other way is not tried.${decided}`;
  }
  const counted =
    duplicatesCounted === 'once'
      ? 'Each such incident counts once, as the theatre says'
      : 'They count apart: nothing is merged unasked';
  return (
    'These rows have the same two sides (in either order), the same act and place, and days at most one apart. ' +
    `${counted}; the other way is tried as a reading of every claim it touches.${decided}`
  );
}
