/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination } from '../evidence/index.ts';
import { ClaimSection } from './claimSection.tsx';
import { AllEvents } from './eventTable.tsx';
import { eventKey, listEvents } from './listEvents.ts';

/** One claim by itself: its section, and every event behind it. The examination must have passed `showControls`. */
export function ClaimSheet(props: { readonly claim: ClaimExamination; readonly examination: Examination }) {
  const { claim, examination } = props;
  const alone = { ...examination, claims: [claim] };
  const anchors = new Map(listEvents(alone).map(({ event, anchor }) => [eventKey(event), anchor]));
  return (
    <>
      <ClaimSection claim={claim} examination={examination} anchors={anchors} />
      <AllEvents examination={alone} />
    </>
  );
}
