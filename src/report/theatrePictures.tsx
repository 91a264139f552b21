/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { formatNumber } from './formatNumber.ts';
import { GraphFigure } from './graphFigure.tsx';
import { MapFigure } from './mapFigure.tsx';
import type { MapGround } from './mapGround.ts';
import { MatrixFigure } from './matrixFigure.tsx';
import { shortHash } from './pageHeader.tsx';

/** Pictures of the theatre as a whole: who answers whom, as a matrix and as arrows, and where. They judge no claim. */
export function TheatrePictures(props: {
  readonly examination: Examination;
  /** Null: nobody drew the ground of the map, and the map is left out. */
  readonly ground: MapGround | null;
}) {
  const { examination, ground } = props;
  const { matrix = null, map = null } = examination.pictures ?? {};
  const source = describeRecords(examination);
  const hasMap = map !== null && ground !== null;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">The theatre as a whole</h2>
      {matrix === null && !hasMap ? (
        <p>No two declared actors act on each other in this record, and no declared place has a position.</p>
      ) : (
        <p>These pictures describe what the record holds. They judge no claim.</p>
      )}
      <h3 class="hidden">All claims and records together</h3>
      <div class="figures">
        {matrix === null ? null : <MatrixFigure matrix={matrix} source={source} />}
        {matrix === null ? null : <GraphFigure matrix={matrix} source={source} />}
        {hasMap ? <MapFigure map={map} ground={ground} source={source} /> : null}
      </div>
    </section>
  );
}

function describeRecords({ records }: Examination): string {
  const named = records.map(({ file, hash }) => `${file} (${shortHash(hash)})`).join(', ');
  const rows = records.reduce((sum, { right }) => sum + right, 0);
  return `Source: record ${named === '' ? '–' : named}; n = ${formatNumber(rows)} rows.`;
}
