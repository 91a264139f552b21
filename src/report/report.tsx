/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { ClaimSection } from './claimSection.tsx';
import { Contents } from './contents.tsx';
import { DiagnosticsSection } from './diagnosticsSection.tsx';
import { AllEvents } from './eventTable.tsx';
import { groupClaims } from './groupClaims.ts';
import { eventKey, listEvents } from './listEvents.ts';
import type { MapGround } from './mapGround.ts';
import { OpenClaims } from './openClaims.tsx';
import { PageHeader } from './pageHeader.tsx';
import { RecordSection } from './recordSection.tsx';
import { RivalsSection } from './rivalsSection.tsx';
import { Summary } from './summary.tsx';
import { TheatrePictures } from './theatrePictures.tsx';
import { TheatreText } from './theatreText.tsx';
import { UnjudgedClaims } from './unjudgedClaims.tsx';
import { VerdictTable } from './verdictTable.tsx';
import { WordsSection } from './wordsSection.tsx';

/** The body of the report. Its examination must have passed `showControls`. */
export function Report(props: {
  readonly examination: Examination;
  readonly ground?: MapGround | null;
  /** How many events each claim lists. */
  readonly mostEvents?: number;
}) {
  const { examination, ground = null, mostEvents: most = Infinity } = props;
  const { judged } = groupClaims(examination);
  const anchors = new Map(
    listEvents(examination, most).map(({ event, anchor }) => [eventKey(event), anchor]),
  );
  return (
    <>
      <a class="skip" href="#verdicts">
        Skip to the verdicts
      </a>
      <Hatching />
      <PageHeader examination={examination} />
      <Contents examination={examination} />
      <main>
        <Summary examination={examination} />
        <VerdictTable examination={examination} />
        <section aria-labelledby="claims" class="claims">
          <h2 id="claims">Judged claims, one by one</h2>
          {judged.length === 0 ? <p>None.</p> : null}
          {judged.map((claim) => (
            <ClaimSection claim={claim} examination={examination} anchors={anchors} mostEvents={most} />
          ))}
        </section>
        {examination.pictures ? <TheatrePictures examination={examination} ground={ground} /> : null}
        <UnjudgedClaims examination={examination} />
        <OpenClaims examination={examination} />
        <RivalsSection rivals={examination.rivals ?? []} />
        <section aria-labelledby="records" class="records">
          <h2 id="records">What the record holds, and lacks</h2>
          {examination.records.length === 0 ? <p>This theatre names no record.</p> : null}
          {examination.records.map((record, index) => (
            <RecordSection record={record} index={index} />
          ))}
        </section>
        <TheatreText examination={examination} />
        <WordsSection examination={examination} />
        <DiagnosticsSection examination={examination} />
        <AllEvents examination={examination} most={most} />
      </main>
    </>
  );
}

/** The hatching for days without a record, defined once for all pictures. */
export function Hatching() {
  return (
    <svg class="definitions" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0v7" />
        </pattern>
      </defs>
    </svg>
  );
}
