/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, EventRow, Examination } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { formatCount, formatNumber, UNKNOWN } from './formatNumber.ts';
import { eventKey, listEvents } from './listEvents.ts';
import { safeAddress } from './safeAddress.ts';

/** The events a claim's verdict rests on; notes and sources stand once in the list of all events. */
export function EventTable(props: {
  readonly claim: ClaimExamination;
  readonly anchors: ReadonlyMap<string, string>;
}) {
  const { claim, anchors } = props;
  const notShown = claim.eventsNotShown ?? 0;
  if (claim.events.length === 0) return <p class="dim">No event of the record is listed for this claim.</p>;
  return (
    <details>
      <summary>
        {describeNumber(claim.events.length, notShown)} behind it<span class="hidden">: {claim.name}</span>
      </summary>
      <DataTable
        caption={`Events behind ${claim.name}; each links to its note and source`}
        columns={['Day', 'Event', 'What', 'Where', 'Killed']}
        dated
        rows={claim.events.map((event) => [
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
          here; <code>tacit match</code> lists all.
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
export function AllEvents({ examination }: { readonly examination: Examination }) {
  const events = listEvents(examination);
  const severalRecords = new Set(events.map(({ event }) => event.record)).size > 1;
  return (
    <section aria-labelledby="events" class="appendix">
      <h2 id="events">Events behind the verdicts</h2>
      <p>
        {formatCount(events.length, 'event')} of the record, each listed once, with the line it came from.
        What the record does not state is “{UNKNOWN}”: unknown is not none.
      </p>
      {events.length === 0 ? null : (
        <div class="scroller" role="group" tabindex={0} aria-label="Table: events behind the verdicts">
          <table class="data broad">
            <caption>Events in order of date</caption>
            <thead>
              <tr>
                {['Day', 'Event', 'What and where', 'Killed', 'Attribution', 'Note and source'].map(
                  (column) => (
                    <th scope="col">{column}</th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {events.map(({ event, anchor }) => (
                <tr id={anchor}>
                  <td>{describeDays(event)}</td>
                  <td>
                    {event.id}
                    <br />
                    <span class="dim">
                      {severalRecords ? `${event.record}, ` : ''}line {String(event.line)}
                    </span>
                  </td>
                  <td>
                    {event.what}
                    <br />
                    <span class="dim">{event.where}</span>
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
        </div>
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
      <span class="hidden"> on {event.id}</span>
    </a>
  );
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').split(/[/?#]/, 1)[0] ?? address;
}

function describeDays(event: EventRow) {
  return event.first === event.last ? (
    <span class="no-break">{event.first}</span>
  ) : (
    <>
      <span class="no-break">{event.first}</span> <span class="no-break">to {event.last}</span>
    </>
  );
}
