import type { MapPicture } from '../evidence/index.ts';
import type { FigureTable } from './figureTable.ts';

type Route = MapPicture['routes'][number];

/** The numbers behind the map: places, areas as sums of theirs, routes with what is claimed of them. */
export function mapTables({ places, unplaced, areas, routes, kinds }: MapPicture): FigureTable[] {
  const events = new Map([...places, ...unplaced].map((place) => [place.name, place.events]));
  const tables: FigureTable[] = [
    {
      caption: `Declared places and their ${kinds}; positions as the file gives them`,
      columns: ['Place', 'Acts', 'Latitude', 'Longitude'],
      rows: [
        ...places.map((place) => [place.name, place.events, place.latitude, place.longitude]),
        ...unplaced.map((place) => [place.name, place.events, null, null]),
      ],
    },
  ];
  if (areas.length > 0) {
    tables.push({
      caption: 'Areas, and the sum over their places (an act near two of them counts twice)',
      columns: ['Area', 'Places', 'Acts'],
      rows: areas.map((area) => [
        area.name,
        area.places.join(', '),
        area.places.reduce((sum, place) => sum + (events.get(place) ?? 0), 0),
      ]),
    });
  }
  if (routes.length > 0) {
    tables.push({
      caption: 'Routes, what claims say of them and what was found',
      columns: ['Route', 'Through', 'Claim', 'Says', 'Found'],
      rows: routes.flatMap((route) =>
        (route.states.length === 0
          ? [{ claim: '', text: '', finding: 'nothing claimed' }]
          : route.states
        ).map(({ claim, text, finding }) => [route.name, route.through.join(', '), claim, text, finding]),
      ),
    });
  }
  return tables;
}

/** How a route is drawn, and why: only a finding about it makes its line more than dots. */
export function routeState({ states }: Route): { readonly state: string; readonly words: string } {
  const told = states.find(({ finding }) => finding === 'supported' || finding === 'contradicted');
  if (told) {
    const isOpen = told.finding === 'supported' && !/\bclosed\b/.test(told.text);
    return { state: isOpen ? 'open-route' : 'not-so', words: `“${told.text}” is ${told.finding}` };
  }
  const [first] = states;
  return {
    state: 'unknown-route',
    words: first ? `“${first.text}” is ${first.finding} on this record` : 'nothing is claimed of it',
  };
}
