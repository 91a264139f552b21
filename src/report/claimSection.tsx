/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination, Verdict } from '../evidence/index.ts';
import { claimAnchor } from './anchors.ts';
import { Badge } from './badge.tsx';
import { ClaimPictures } from './claimPictures.tsx';
import { ClaimText } from './claimText.tsx';
import { countEvents } from './countEvents.ts';
import { describeEffect } from './describeEffect.ts';
import { EventTable } from './eventTable.tsx';
import { formatNumber, formatPercent } from './formatNumber.ts';
import { GuardTable } from './guardTable.tsx';
import { labelParts } from './labelParts.ts';
import { RestsOn } from './restsOn.tsx';
import { seenAt } from './seenAt.ts';
import { shortHash } from './pageHeader.tsx';
import { SourceLine } from './sourceLine.tsx';

interface ClaimSectionProps {
  readonly claim: ClaimExamination;
  readonly examination: Examination;
  readonly anchors: ReadonlyMap<string, string>;
  /** How many of the claim's events to list. */
  readonly mostEvents?: number;
}

/** One judged claim: its sentence and source, what was found for each part, the guards, the pictures, the events. */
export function ClaimSection({ claim, examination, anchors, mostEvents = Infinity }: ClaimSectionProps) {
  const source = describeSource(claim, examination);
  const labels = labelParts(claim.parts);
  return (
    <section class="claim" aria-labelledby={claimAnchor(claim.name)}>
      <h3 id={claimAnchor(claim.name)}>{claim.name}</h3>
      <ClaimText text={claim.text} />
      <SourceLine claim={claim} links="line" />
      <p class="judged dim">{describeJudged(claim)}</p>
      <RestsOn records={examination.records} of={claim.name} />
      {claim.parts.map((verdict, index) => (
        <PartVerdict
          verdict={verdict}
          label={labels[index] ?? verdict.part}
          before={claim.parts[index - 1] ?? null}
        />
      ))}
      {claim.afterPublication === null ? null : (
        <p class="after">
          <b>After publication:</b> {claim.afterPublication}
        </p>
      )}
      <GuardTable claim={claim} />
      <ClaimPictures claim={claim} examination={examination} source={source} />
      <EventTable claim={claim} anchors={anchors} most={mostEvents} />
      <p class="back">
        <a href="#verdicts">Back to the verdicts</a>
      </p>
    </section>
  );
}

function PartVerdict(props: {
  readonly verdict: Verdict;
  readonly label: string;
  /** The part above it: numbers of one and the same test are written once. */
  readonly before: Verdict | null;
}) {
  const { verdict, label, before } = props;
  const told = writeFacts(verdict);
  const facts = before !== null && told === writeFacts(before) ? '' : told;
  return (
    <div class="part-verdict">
      <p class="finding">
        <span class="part">{label}</span> <Badge finding={verdict.finding} />
      </p>
      <div>
        <p>
          {verdict.sentence}
          {verdict.reason === null ? null : <span class="dim"> (reason: {verdict.reason})</span>}
        </p>
        {facts === '' ? null : <p class="note">{facts}</p>}
      </div>
    </div>
  );
}

function writeFacts({ effect, power, events }: Verdict): string {
  return [
    effect === null ? null : `${effect.name}: ${describeEffect(effect)}`,
    ...countEvents(events),
    power === null
      ? null
      : `power ${formatPercent(power.power)} at ${formatNumber(power.smallestEffect)}, 80 % at ${formatNumber(seenAt(power))}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

/** The sentence forms in words; forms not listed are shown under their own name. */
const FORM_WORDS: Readonly<Record<string, string>> = {
  answer: 'one thing is answered by another within days',
  shift: 'after one thing there is less or more of another',
  noExtra: 'one thing is not answered by another',
  change: 'something falls, rises or stays',
  truce: 'a truce holds',
  event: 'something happened on a date',
  total: 'so many times',
};

function describeJudged({ judged, form }: ClaimExamination): string {
  const days =
    judged.first === null && judged.last === null
      ? 'No days to judge it on'
      : `Judged on ${judged.first ?? '–'} to ${judged.last ?? '–'}`;
  return `${days}${judged.untilPublication ? ', the end being its source’s publication' : ''}. Form: ${FORM_WORDS[form] ?? form}`;
}

/** Record, hash and number of events: what stands under every picture. */
function describeSource(claim: ClaimExamination, examination: Examination): string {
  const files = new Set(claim.events.map((event) => event.record));
  const used = examination.records.filter((record) => files.size === 0 || files.has(record.file));
  const records = used.map((record) => `${record.file} (${shortHash(record.hash)})`).join(', ');
  const drawn = (claim.figures?.timeline?.streams ?? []).flatMap((stream) => stream.days);
  const n = drawn.reduce((sum, { count }) => sum + count, 0);
  return `Source: record ${records === '' ? '–' : records}; n = ${formatNumber(drawn.length === 0 ? claim.events.length : n)} events.`;
}
