export type PositionReading =
  | { readonly kind: 'position'; readonly latitude: number | null; readonly longitude: number | null }
  | { readonly kind: 'fault'; readonly of: 'latitude' | 'longitude'; readonly reason: string };

const DECIMAL = /^[+-]?\d{1,3}(?:\.\d{1,15})?$/;

/** Reads decimal degrees; both cells empty is "no position". Positions off the globe are refused, and so is 0, 0. */
export function readPosition(latitudeText: string, longitudeText: string): PositionReading {
  if (latitudeText === '' && longitudeText === '')
    return { kind: 'position', latitude: null, longitude: null };
  for (const [of, text] of [
    ['latitude', latitudeText],
    ['longitude', longitudeText],
  ] as const) {
    if (text === '') return refuse(of, `only one half of the position is given; the ${of} is empty`);
    if (!DECIMAL.test(text))
      return refuse(of, `${text.slice(0, 40)} is not a number of degrees, as 34.45 or -0.5`);
  }
  const [latitude, longitude] = [Number(latitudeText), Number(longitudeText)];
  if (Math.abs(latitude) > 90) {
    const swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
    return refuse(
      'latitude',
      `latitude ${latitudeText} lies outside -90 to 90${swapped ? ' (latitude and longitude look swapped)' : ''}`,
    );
  }
  if (Math.abs(longitude) > 180)
    return refuse('longitude', `longitude ${longitudeText} lies outside -180 to 180`);
  if (latitude === 0 && longitude === 0) {
    return refuse(
      'latitude',
      'position 0, 0 lies in the open sea and usually means "not known"; leave both cells empty',
    );
  }
  return { kind: 'position', latitude, longitude };
}

function refuse(of: 'latitude' | 'longitude', reason: string): PositionReading {
  return { kind: 'fault', of, reason };
}
