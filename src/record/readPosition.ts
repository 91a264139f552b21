export type PositionReading =
  | { readonly kind: 'position'; readonly latitude: number | null; readonly longitude: number | null }
  | { readonly kind: 'fault'; readonly of: 'latitude' | 'longitude'; readonly reason: string };

/** Reads decimal degrees; both cells empty is "no position". Positions off the globe are refused, and so is 0, 0. */
export function readPosition(latitudeText: string, longitudeText: string): PositionReading {
  if (latitudeText === '' && longitudeText === '')
    return { kind: 'position', latitude: null, longitude: null };
  if (!isDecimal(latitudeText)) return refuse('latitude', describeHalf('latitude', latitudeText));
  if (!isDecimal(longitudeText)) return refuse('longitude', describeHalf('longitude', longitudeText));
  const latitude = Number(latitudeText);
  const longitude = Number(longitudeText);
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

function describeHalf(of: 'latitude' | 'longitude', text: string): string {
  if (text === '') return `only one half of the position is given; the ${of} is empty`;
  return `${text.slice(0, 40)} is not a number of degrees, as 34.45 or -0.5`;
}

/** A sign or none, 1 to 3 digits, and 1 to 15 behind a point: read for every row, so without a pattern. */
function isDecimal(text: string): boolean {
  const sign = text.charCodeAt(0);
  const start = sign === 43 || sign === 45 ? 1 : 0;
  const whole = countDigits(text, start);
  if (whole < 1 || whole > 3) return false;
  const point = start + whole;
  if (point === text.length) return true;
  const fraction = countDigits(text, point + 1);
  return text[point] === '.' && fraction >= 1 && fraction <= 15 && point + 1 + fraction === text.length;
}

function countDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at - from;
}

function refuse(of: 'latitude' | 'longitude', reason: string): PositionReading {
  return { kind: 'fault', of, reason };
}
