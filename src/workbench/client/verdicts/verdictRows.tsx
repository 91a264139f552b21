import { useMemo, useRef } from 'preact/hooks';
import {
  Badge,
  ClaimText,
  EffectOnAxis,
  labelParts,
  ShapeMiniature,
  verdictScales,
  type VerdictScales,
} from '../../../report/index.ts';
import type { ShownExamination } from '../../protocol/index.ts';
import { lookUpClaim } from '../claim/lookUpClaim.ts';
import { printRoute, route } from '../route.ts';
import type { Claim } from './filterClaims.ts';
import { staleClaims } from './staleness.ts';
import { StaleMark } from './staleMark.tsx';

type Examination = ShownExamination['examination'];

/** The table of verdicts. Arrow keys go along the claims, Enter opens one. */
export function VerdictRows(props: { readonly claims: readonly Claim[]; readonly examination: Examination }) {
  const { claims, examination } = props;
  const scales = useScales(examination);
  const last = claims.findIndex(({ name }) => name === route.value.claim);
  return (
    <table class="rows" onKeyDown={moveAlong}>
      <caption class="hidden">Verdicts by claim and part; arrow keys go from claim to claim</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Verdict</th>
          <th scope="col">Effect</th>
          <th scope="col" class="shape-cell">
            Shape
          </th>
          <th scope="col" class="events-cell">
            Events
          </th>
        </tr>
      </thead>
      {claims.map((claim, index) => (
        <Rows key={claim.name} claim={claim} scales={scales} isStop={index === Math.max(0, last)} />
      ))}
    </table>
  );
}

/** The scales of all rows: the same object as long as they are the same, so that one changed claim draws one row. */
function useScales(examination: Examination): VerdictScales {
  const held = useRef<{ readonly scales: VerdictScales; readonly printed: string } | null>(null);
  return useMemo(() => {
    const scales = verdictScales(examination);
    const printed = JSON.stringify([[...scales.axes], [...scales.lags]]);
    if (held.current?.printed !== printed) held.current = { scales, printed };
    return held.current.scales;
  }, [examination]);
}

interface RowsProps {
  readonly claim: Claim;
  readonly scales: VerdictScales;
  readonly isStop: boolean;
}

/** The rows of one claim, drawn anew only where something of it is another. */
function Rows({ claim, scales, isStop }: RowsProps) {
  const isStale = staleClaims.value.has(claim.name);
  return useMemo(() => drawRows({ claim, scales, isStop }, isStale), [claim, scales, isStop, isStale]);
}

function drawRows({ claim, scales, isStop }: RowsProps, isStale: boolean) {
  const labels = labelParts(claim.parts);
  if (claim.parts.length === 0)
    return (
      <tbody class="stale">
        <tr>
          <RowHead claim={claim} isStop={isStop} />
          <td class="told" colSpan={4}>
            The verdict appears here as soon as it stands.
          </td>
        </tr>
      </tbody>
    );
  // Where nothing was measured the reason in words takes the room of the numbers.
  const isTold = claim.parts.every(({ effect }) => effect === null) && !claim.figures?.timeline;
  return (
    <tbody class={isStale ? 'stale' : undefined}>
      {claim.parts.map((verdict, index) => (
        <tr>
          {index > 0 ? null : <RowHead claim={claim} isStop={isStop} />}
          <td class="verdict">
            <span class="part">{labels[index]}</span> <Badge finding={verdict.finding} />
            {verdict.reason === null ? null : <span class="note">{verdict.reason}</span>}
          </td>
          {isTold ? (
            <td class="told" colSpan={3}>
              {verdict.sentence}
            </td>
          ) : (
            <Measured claim={claim} index={index} scales={scales} />
          )}
        </tr>
      ))}
    </tbody>
  );
}

function RowHead({ claim, isStop }: { claim: Claim; isStop: boolean }) {
  return (
    <th scope="rowgroup" rowSpan={Math.max(1, claim.parts.length)}>
      <a
        class="name"
        tabIndex={isStop ? 0 : -1}
        href={printRoute({ sheet: 'claim', claim: claim.name, filters: route.value.filters })}
      >
        {claim.name}
      </a>
      <StaleMark claim={claim.name} />
      <ClaimText text={claim.text} />
      <span class="said-by">
        <bdi>{claim.sourceDisplay}</bdi>
        {claim.passage === null ? '' : `, ${claim.passage}`} ·{' '}
        <button type="button" class="link" tabIndex={-1} onClick={() => lookUpClaim(claim.name)}>
          text<span class="hidden"> of {claim.name}</span>
        </button>
      </span>
    </th>
  );
}

function Measured({ claim, index, scales }: { claim: Claim; index: number; scales: VerdictScales }) {
  const verdict = claim.parts[index];
  const before = index > 0 ? claim.parts[index - 1] : undefined;
  if (verdict === undefined) return null;
  return (
    <>
      <td class="effect">
        {before && isSame(verdict.effect, before.effect) ? (
          <span class="dim">as above</span>
        ) : (
          <EffectOnAxis effect={verdict.effect} axes={scales.axes} />
        )}
      </td>
      {index > 0 ? null : (
        <td rowSpan={claim.parts.length} class="shape-cell">
          <ShapeMiniature claim={claim} scales={scales.lags} />
        </td>
      )}
      <td class="events-cell">
        {before && isSame(verdict.events, before.events) ? null : <Events events={verdict.events} />}
      </td>
    </>
  );
}

/** Parts that rest on the same test share its numbers: they are shown once. */
function isSame(one: unknown, other: unknown): boolean {
  return one !== null && JSON.stringify(one) === JSON.stringify(other);
}

function Events({ events }: { readonly events: Claim['parts'][number]['events'] }) {
  const { trigger, response } = events;
  if (trigger === null && response === null) return <span class="dim">–</span>;
  return (
    <>
      <span class="no-break">● {trigger ?? response}</span>
      {trigger === null ? null : <span class="no-break"> △ {response ?? '–'}</span>}
    </>
  );
}

function moveAlong(event: KeyboardEvent): void {
  const links = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('a.name')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const next = step === undefined ? undefined : links[step];
  if (next === undefined) return;
  event.preventDefault();
  for (const link of links) link.tabIndex = link === next ? 0 : -1;
  next.focus();
  next.closest('tbody')?.scrollIntoView({ block: 'nearest' });
}
