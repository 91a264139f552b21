/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination, Guard, Verdict } from '../evidence/index.ts';
import { claimAnchor } from './anchors.ts';
import { ClaimText } from './claimText.tsx';
import { labelParts } from './labelParts.ts';
import { Badge } from './badge.tsx';
import type { EffectAxis } from './effectAxis.ts';
import { EffectOnAxis } from './effectOnAxis.tsx';
import { formatNumber, formatPercent, UNKNOWN } from './formatNumber.ts';
import { groupClaims } from './groupClaims.ts';
import { seenAt } from './seenAt.ts';
import { ShapeMiniature } from './shapeMiniature.tsx';
import { SourceLine } from './sourceLine.tsx';
import { verdictScales } from './verdictScales.ts';

const COLUMNS = [
  'Claim, as its source puts it',
  'Verdict',
  'Shape',
  'Effect',
  'Events',
  'Power',
  'Guards passed',
];

/** All judged claims in one table of small multiples; every row of one kind of effect shares its axis. */
export function VerdictTable({ examination }: { readonly examination: Examination }) {
  const { judged } = groupClaims(examination);
  const { axes, lags: scales } = verdictScales(examination);
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts" tabindex={-1}>
        Verdicts
      </h2>
      {judged.length === 0 ? (
        <p>No claim of this theatre was judged on the record.</p>
      ) : (
        <table class="verdicts">
          <caption>
            Effects of one kind share an axis. Shape: responses on the days before and after a trigger with
            the claimed window tinted and placebo dates in grey, all on one scale; or counts over time, each
            against its own highest column. <span class="no-break">● trigger or counted events</span>,{' '}
            <span class="no-break">△ response events</span>.
          </caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          {judged.map((claim) => (
            <ClaimRows claim={claim} axes={axes} scales={scales} />
          ))}
        </table>
      )}
      <SharedEvents examination={examination} />
    </section>
  );
}

interface ClaimRowsProps {
  readonly claim: ClaimExamination;
  readonly axes: ReadonlyMap<string, EffectAxis>;
  readonly scales: ReadonlyMap<string, [number, number]>;
}

function ClaimRows({ claim, axes, scales }: ClaimRowsProps) {
  const span = claim.parts.length;
  const labels = labelParts(claim.parts);
  return (
    <tbody>
      {claim.parts.map((verdict, index) => (
        <tr>
          {index > 0 ? null : (
            <th scope="rowgroup" rowSpan={span}>
              <a class="name" href={`#${claimAnchor(claim.name)}`}>
                {claim.name}
              </a>
              <ClaimText text={claim.text} />
              <SourceLine claim={claim} links="line and details" />
            </th>
          )}
          <td class="verdict">
            <span class="part">{labels[index]}</span> <Badge finding={verdict.finding} />
            {verdict.reason === null ? null : <span class="note">{verdict.reason}</span>}
          </td>
          {index > 0 ? null : (
            <td rowSpan={span} class="shape-cell" data-label="Shape">
              <ShapeMiniature claim={claim} scales={scales} />
            </td>
          )}
          {index > 0 && measuredAlike(verdict, claim.parts[index - 1]) ? null : (
            <MeasuredCells verdict={verdict} axes={axes} rows={countAlike(claim.parts, index)} />
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** Parts that rest on one test have the same numbers: these stand beside both. */
function measuredAlike(a: Verdict, b: Verdict | undefined): boolean {
  return b !== undefined && measures(a) === measures(b);
}

function measures({ effect, power, events, guards }: Verdict): string {
  return JSON.stringify([effect, power, events, guards]);
}

/** How many parts from this one on have its numbers. */
function countAlike(parts: readonly Verdict[], from: number): number {
  const next = parts.findIndex((part, index) => index > from && !measuredAlike(part, parts[from]));
  return (next === -1 ? parts.length : next) - from;
}

interface MeasuredCellsProps {
  readonly verdict: Verdict;
  readonly axes: ReadonlyMap<string, EffectAxis>;
  /** How many parts they stand for. */
  readonly rows: number;
}

function MeasuredCells({ verdict, axes, rows }: MeasuredCellsProps) {
  const { effect, power, events, guards } = verdict;
  const rowSpan = rows > 1 ? rows : undefined;
  return (
    <>
      <td class="effect" data-label="Effect" rowSpan={rowSpan}>
        <EffectOnAxis effect={effect} axes={axes} />
      </td>
      <td data-label="Events" rowSpan={rowSpan}>
        <EventCounts events={events} />
      </td>
      <td data-label="Power" rowSpan={rowSpan}>
        {power === null ? (
          <Nothing />
        ) : (
          <div>
            {formatPercent(power.power)}
            {seenAt(power) === null ? null : <span class="note">80 % at {formatNumber(seenAt(power))}</span>}
          </div>
        )}
      </td>
      <td data-label="Guards passed" rowSpan={rowSpan}>
        {guards.length === 0 ? <Nothing /> : <GuardCell guards={guards} />}
      </td>
    </>
  );
}

/** A claim about a rate or a total has no trigger: then only what was counted is shown. */
function EventCounts({ events }: { readonly events: Verdict['events'] }) {
  if (events.trigger === null && events.response === null) return <Nothing />;
  return (
    <div class="events">
      <span>● {formatNumber(events.trigger ?? events.response)}</span>{' '}
      {events.trigger === null ? null : <span>△ {formatNumber(events.response)}</span>}
    </div>
  );
}

function Nothing() {
  return <span class="dim">{UNKNOWN}</span>;
}

function GuardCell({ guards }: { readonly guards: readonly Guard[] }) {
  const failed = guards.filter((guard) => guard.passed === false);
  const passed = guards.filter((guard) => guard.passed === true).length;
  const notRun = guards.filter((guard) => guard.passed === null && guard.value === null).length;
  return (
    <div>
      {passed} of {passed + failed.length + notRun}
      {failed.length === 0 ? null : <span class="note">{describeFailed(failed)}</span>}
      {notRun === 0 ? null : <span class="note">{notRun} not run</span>}
    </div>
  );
}

/** The table names a few; the claim's own section lists every guard. */
function describeFailed(failed: readonly Guard[]): string {
  const names = failed.map((guard) => guard.name);
  if (names.length <= 3) return `fails: ${names.join(', ')}`;
  return `fails: ${names.slice(0, 2).join(', ')} and ${names.length - 2} more, see details`;
}

function SharedEvents({ examination }: { readonly examination: Examination }) {
  if (examination.sharedEvents.length === 0) return null;
  return (
    <details>
      <summary>Claims that rest on the same events ({formatNumber(examination.sharedEvents.length)})</summary>
      <p>Their verdicts are not independent of each other.</p>
      <ul>
        {examination.sharedEvents.map(({ claims, events }) => (
          <li>
            {claims.join(', ')}: {formatNumber(events)} events in common
          </li>
        ))}
      </ul>
    </details>
  );
}
