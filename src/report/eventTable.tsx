/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, EventRow, Examination } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber, UNKNOWN } from './formatNumber.ts';
import { eventKey, listEvents } from './listEvents.ts';
import { safeAddress } from './safeAddress.ts';
import { Scroller } from './scroller.tsx';

/** The events a claim's verdict rests on; notes and sources stand once in the list of all events. */
export function EventTable(props: {
  readonly claim: ClaimExamination;
  readonly anchors: ReadonlyMap<string, string>;
  /** How many events to list. */
  readonly most?: number;
}) {
  const { claim, anchors, most = Infinity } = props;
  const rows = claim.events.slice(0, most);
  const notShown = (claim.eventsNotShown ?? 0) + claim.events.length - rows.length;
  if (claim.events.length === 0) return <p class="dim">No event of the record is listed for this claim.</p>;
  return (
    <details>
      <summary>
        {describeNumber(rows.length, notShown)} behind it<span class="hidden">: {claim.name}</span>
      </summary>
      <DataTable
        caption={`Events behind ${claim.name}; each links to its note and source`}
        columns={['Day', 'Event', 'What', 'Where', 'Killed']}
        dated
        rows={rows.map((event) => [
          event.first === event.last ? event.first : `${event.first} to ${event.last}`,
          <a href={`#${anchors.get(eventKey(event)) ?? 'events'}`}>{event.id}</a>,
          event.what,
          event.where,
          event.killed ?? UNKNOWN,
        ])}
      />
      {notShown === 0 ? null : (
        <p>
          {formatCount(notShown, 'further event')} of this claim {notShown === 1 ? 'is' : 'are'} not listed
          here; <code>tacit match</code> lists all
          {rows.length < claim.events.length ? ', the JSON beside this report more' : ''}.
        </p>
      )}
    </details>
  );
}

function describeNumber(shown: number, notShown: number): string {
  const all = formatCount(shown + notShown, 'event');
  return notShown === 0 ? `The ${all}` : `The first ${formatNumber(shown)} of the ${all}`;
}

/** Every event any verdict rests on, with its note, who attributes it, and a link to its source. */
export function AllEvents({
  examination,
  most,
}: {
  readonly examination: Examination;
  readonly most?: number;
}) {
  const events = listEvents(examination, most);
  const left = examination.claims.some(
    ({ events, eventsNotShown = 0 }) => eventsNotShown > 0 || events.length > (most ?? Infinity),
  );
  const severalRecords = new Set(events.map(({ event }) => event.record)).size > 1;
  return (
    <section aria-labelledby="events" class="appendix">
      <h2 id="events">Events behind the verdicts</h2>
      <p>
        {formatCount(events.length, 'event')} of the record, each listed once, with the line it came from.
        What the record does not state is “{UNKNOWN}”: unknown is not none.
        {left ? ' Of claims with very many events the first are listed, as each claim’s own table says.' : ''}
      </p>
      {events.length === 0 ? null : (
        <Scroller label="Table: events behind the verdicts">
          <table class="data broad all">
            <caption>Events in order of date</caption>
            <thead>
              <tr>
                {['Day', 'Event', 'What and where', 'Killed', 'Attribution', 'Note and source'].map(
                  (column) => (
                    <th>{column}</th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {events.map(({ event, anchor }) => (
                <tr id={anchor}>
                  <td>
                    {event.first}
                    {event.first === event.last ? null : (
                      <>
                        <br />
                        to {event.last}
                      </>
                    )}
                  </td>
                  <th scope="row">
                    {event.id}
                    <small>
                      {severalRecords ? `${event.record}, ` : ''}line {String(event.line)}
                    </small>
                  </th>
                  <td>
                    {event.what}
                    <small>{event.where}</small>
                  </td>
                  <td>{event.killed ?? UNKNOWN}</td>
                  <td>{event.attribution}</td>
                  <td>
                    {event.note} <SourceLink event={event} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}

function SourceLink({ event }: { readonly event: EventRow }) {
  if (event.address === null) return null;
  const address = safeAddress(event.address);
  if (address === null) return <span class="dim">source as written: {event.address}</span>;
  return (
    <a href={address} rel="noopener noreferrer">
      {hostOf(address)}
    </a>
  );
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').split(/[/?#]/, 1)[0] ?? address;
}
