/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { MapPicture } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import type { MapGround } from './mapGround.ts';
import { mapTables, routeState } from './mapTables.ts';
import { boxOfLabel, boxOfMark, placeLabels } from './placeLabels.ts';

const LARGEST_RADIUS = 30;
const SMALLEST_RADIUS = 3;

/** Where: acts at each declared place as circles whose area tells the number, and the routes with what is known of them. */
export function MapFigure(props: {
  readonly map: MapPicture;
  readonly ground: MapGround;
  readonly source: string;
}) {
  const { map, ground, source } = props;
  const most = Math.max(1, ...map.places.map(({ events }) => events));
  const spots = map.places
    .flatMap(({ name, events }) => {
      const spot = ground.places[name];
      const radius =
        events === 0 ? SMALLEST_RADIUS : Math.max(4, LARGEST_RADIUS * Math.sqrt(Math.max(0, events) / most));
      return spot ? [{ text: name, events, radius, ...spot }] : [];
    })
    .sort((a, b) => b.events - a.events || (a.text < b.text ? -1 : 1));
  const marks = spots.map(boxOfMark);
  const names = placeLabels(spots, ground.width, ground.height);
  const countries = placeLabels(
    ground.countries.map(({ name, x, y }) => ({ text: name.toUpperCase(), x, y, radius: 0 })),
    ground.width,
    ground.height,
    [...names.map(boxOfLabel), ...marks],
  );
  return (
    <Figure
      title={`Where: ${map.kinds} by declared place`}
      sentence={describeMap(map)}
      width={ground.width}
      height={ground.height}
      scrolls
      source={`${source} Borders and coasts: ${ground.provider}, as drawn there; showing them endorses nothing.`}
      legend={
        <>
          Area of a circle: number of {map.kinds} the record has there, by anyone; small rings: none. A wide
          place holds the nearer ones inside it too. Dashed: borders between countries.
          {map.routes.length === 0
            ? ''
            : ' Routes through declared places: solid, found open; long dashes, found not so; dots, not known from this record.'}
        </>
      }
      tables={mapTables(map)}
      marks={spots.map(({ x, y, text, events }) => ({
        x,
        y,
        text: `${text}: ${formatCount(events, 'act')}`,
      }))}
    >
      <rect class="sea" width={ground.width} height={ground.height} />
      <path class="land" d={ground.land} />
      <path class="borders" d={ground.borders} />
      {map.routes.map((route) => {
        const through = route.through.flatMap((name) => ground.places[name] ?? []);
        if (through.length < 2) return null;
        return (
          <path
            class={`route ${routeState(route).state}`}
            d={through.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
          />
        );
      })}
      {spots.map(({ x, y, radius, events }) => (
        <circle class={events === 0 ? 'ring' : 'place'} cx={x} cy={y} r={round(radius)} />
      ))}
      {countries.map(({ text, x, y, anchor }) => (
        <text class="dim country" x={round(x)} y={round(y)} text-anchor={anchor}>
          {text}
        </text>
      ))}
      {names.map(({ text, x, y, anchor }) => (
        <text class="halo" x={round(x)} y={round(y)} text-anchor={anchor}>
          {text}
        </text>
      ))}
    </Figure>
  );
}

function describeMap({ places, unplaced, routes, kinds }: MapPicture): string {
  const [busiest] = [...places].sort((a, b) => b.events - a.events);
  const most =
    busiest && busiest.events > 0
      ? `Most ${kinds} are recorded at ${busiest.name}: ${formatNumber(busiest.events)}.`
      : `No ${kinds} are recorded at any of these places.`;
  const others = unplaced.filter(({ events }) => events > 0);
  const missing =
    others.length === 0
      ? ''
      : ` Not drawn, since the file gives no position: ${others.map(({ name, events }) => `${name} (${formatNumber(events)})`).join(', ')}.`;
  const told = routes.map((route) => ` ${route.name}: ${routeState(route).words}.`).join('');
  return `${most}${missing}${told}`;
}
