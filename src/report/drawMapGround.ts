import { geoBounds, geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { MapPicture } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import type { MapGround } from './mapGround.ts';

const WIDTH = 1000;
const HEIGHT = 560;
/** Room for symbols and names around the outermost places. */
const EDGE = 90;
/** A map of one place still shows where it lies. */
const LEAST_DEGREES = 3;
/** A country of which less is seen is not named. */
const LEAST_AREA = 9000;

type Countries = Parameters<typeof feature>[1] & { readonly geometries: readonly CountryGeometry[] };
interface CountryGeometry {
  readonly properties?: { readonly name?: string };
}

/**
 * Land, borders and names of the countries in view of the map's places, after Natural Earth at 1:50 million, cut to the
 * picture and rounded to a tenth, so that a report carries a few kilobytes instead of the world. Null without places.
 */
export function drawMapGround({ places }: MapPicture): MapGround | null {
  if (places.length === 0) return null;
  const { middle, corners } = frameOf(places);
  // Turned to the middle of the places, so that no map is cut by the date line.
  const projection = geoMercator()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [EDGE, EDGE / 2],
        [WIDTH - EDGE, HEIGHT - EDGE / 2],
      ],
      corners,
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const path = geoPath(projection).digits(1);
  const topology = atlas as unknown as Parameters<typeof feature>[0];
  const countries = topology.objects['countries'] as Countries;
  const inView = countries.geometries.filter(
    (country) => path.area(feature(topology, country as never) as GeoPermissibleObjects) > 0,
  );
  const shown = { type: 'GeometryCollection', geometries: inView };
  return {
    width: WIDTH,
    height: HEIGHT,
    land: path(merge(topology, inView as never)) ?? '',
    borders: path(mesh(topology, shown as never, (a, b) => a !== b)) ?? '',
    countries: inView.flatMap((country) => {
      const shape = feature(topology, country as never) as GeoPermissibleObjects;
      const [x, y] = path.centroid(shape);
      const name = country.properties?.name;
      return name === undefined || path.area(shape) < LEAST_AREA ? [] : [{ name, x: round(x), y: round(y) }];
    }),
    places: Object.fromEntries(
      places.flatMap(({ name, longitude, latitude }) => {
        const spot = projection([longitude, latitude]);
        return spot === null ? [] : [[name, { x: round(spot[0]), y: round(spot[1]) }]];
      }),
    ),
    provider: 'Natural Earth, 1:50 million',
  };
}

/** The smallest box around the places, never narrower than `LEAST_DEGREES`: its middle meridian, and its corners. */
function frameOf(places: MapPicture['places']): { middle: number; corners: GeoPermissibleObjects } {
  const coordinates = places.map(({ longitude, latitude }) => [longitude, latitude]);
  const [[west, south], [east, north]] = geoBounds({ type: 'MultiPoint', coordinates });
  // A box over the date line begins east of where it ends.
  const span = east < west ? east - west + 360 : east - west;
  const middle = west + span / 2;
  const wide = Math.max(LEAST_DEGREES, span) / 2;
  const tall = Math.max(0, (LEAST_DEGREES - (north - south)) / 2);
  const corners = [
    [middle - wide, Math.max(-85, south - tall)],
    [middle + wide, Math.min(85, north + tall)],
  ];
  return { middle, corners: { type: 'MultiPoint', coordinates: corners } };
}
