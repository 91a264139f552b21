/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import type { MapGround } from './mapGround.ts';
import { compactPage } from './compactPage.ts';
import { countBytes } from './countBytes.ts';
import { eventsShown } from './eventsShown.ts';
import { renderHtmlPage } from './htmlPage.tsx';
import { Report } from './report.tsx';
import { showControls } from './showControls.ts';

/** A report of twenty claims stays under a megabyte; every further claim has as much room as one of these. */
const ROOM = 970_000;
const ROOM_PER_CLAIM = ROOM / 20;
/** So much is left to the events, whatever else the page holds. */
const LEAST_FOR_EVENTS = 20_000;

/**
 * The whole examination as one HTML file: no script, no request, the same bytes for the same examination.
 * Text from records and theatres appears as text only; links are http or https. The map is drawn where its `ground` is
 * given (`loadMapGround`). Every picture, table and sentence is in it; of many events the first of each claim are, as many
 * as there is room for, and the page says how many are not.
 */
export function renderReport(examination: Examination, ground: MapGround | null = null): string {
  const shown = showControls(examination);
  const room = Math.max(ROOM, ROOM_PER_CLAIM * shown.claims.length);
  const most = Math.max(0, ...shown.claims.map(({ events }) => events.length));
  if (eventsShown(shown, room) === most) {
    const whole = writePage(shown, ground, most);
    if (countBytes(whole) <= room) return whole;
  }
  const left = room - countBytes(writePage(shown, ground, 0));
  return writePage(shown, ground, eventsShown(shown, Math.max(LEAST_FOR_EVENTS, left)));
}

function writePage(shown: Examination, ground: MapGround | null, mostEvents: number): string {
  const title = `${shown.theatre.title}: claims against the record`;
  return compactPage(
    renderHtmlPage({
      title,
      tacit: shown.tacit,
      children: <Report examination={shown} ground={ground} mostEvents={mostEvents} />,
    }),
  );
}
