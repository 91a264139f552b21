import { signal } from '@preact/signals';

/** The right-hand side of the page; `sheet` is its tab. The address after `#` says the same, so that back and reload work. */
export interface Route {
  readonly sheet: Sheet;
  /** The claim that is looked at. */
  readonly claim: string | null;
  /** What the table of verdicts is narrowed to. */
  readonly filters: Readonly<Record<string, string>>;
}

export type Sheet = (typeof SHEETS)[number];
export const SHEETS = ['verdicts', 'claim', 'record', 'forward', 'draft', 'report'] as const;

export const route = signal<Route>(readRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = readRoute(location.hash);
});

/** `#/claim/Answered?part=timing` → a route; anything else is the table of verdicts. */
function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [first = '', second] = path.split('/');
  const sheet = SHEETS.find((name) => name === first) ?? 'verdicts';
  return {
    sheet,
    claim: second === undefined || second === '' ? null : decode(second),
    filters: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The address of a route. */
export function printRoute({ sheet, claim, filters }: Route): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
  const path = claim === null ? sheet : `${sheet}/${encodeURIComponent(claim)}`;
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}

/** Goes there, leaving a step in the browser's history; `replace` leaves none. */
export function go(to: Partial<Route>, replace = false): void {
  const next = { ...route.value, ...to };
  const address = printRoute(next);
  if (address === location.hash) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  route.value = next;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
