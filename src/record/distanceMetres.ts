const EARTH_RADIUS_METRES = 6_371_008.8;

/**
 * Distance between two positions on the globe in whole metres (haversine formula, mean earth radius).
 * Whole metres, so that "within 25 km" is one comparison of integers wherever it is made.
 */
export function distanceMetres(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const chord =
    halfLatitude * halfLatitude +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * halfLongitude * halfLongitude;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
}
