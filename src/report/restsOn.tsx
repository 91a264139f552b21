/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { RecordQuality } from '../evidence/index.ts';
import { duplicatesAnchor, gapsAnchor, recordAnchor, setAsideAnchor } from './anchors.ts';
import { formatCount } from './formatNumber.ts';

interface RestsOnProps {
  readonly records: readonly RecordQuality[];
  /** The claim, for those who hear the links one by one. */
  readonly of?: string;
}

/** The records a verdict rests on, with links to what is wrong with each of them. */
export function RestsOn({ records, of }: RestsOnProps) {
  if (records.length === 0) return null;
  return (
    <span class="said-by rests-on">
      {records.map((record, index) => (
        <span>
          {index === 0 ? 'Rests on ' : '; '}
          <a href={`#${recordAnchor(index)}`}>
            {record.file}
            {of === undefined ? null : <span class="hidden">, the record behind {of}</span>}
          </a>
          {describeRecordState(record, index)}
        </span>
      ))}
    </span>
  );
}

function describeRecordState(record: RecordQuality, index: number) {
  const { setAside, gaps, duplicates } = record;
  return (
    <>
      : <a href={`#${setAsideAnchor(index)}`}>{formatCount(setAside, 'row')} set aside</a>
      {duplicates.count === 0 ? null : (
        <>
          , <a href={`#${duplicatesAnchor(index)}`}>{formatCount(duplicates.count, 'possible duplicate')}</a>
        </>
      )}
      {gaps.length === 0 ? null : (
        <>
          , <a href={`#${gapsAnchor(index)}`}>{formatCount(gaps.length, 'gap')} proposed</a>
        </>
      )}
    </>
  );
}
