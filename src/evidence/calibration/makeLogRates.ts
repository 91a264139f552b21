import type { RandomStream } from '../../stats/index.ts';
import { CHANGE_DAYS, CONSENT_DAYS, type MadeWorld } from './madeWorld.ts';

/** Log of what multiplies the base rate of A, B and the bystander pair on each day. */
export interface LogRates {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

const DAYS_OF_YEAR = 365.25;
const OFFENSIVE_DAYS = 45;
const CALM_DAYS = 15;
const SHORTEST_TOOTH = 10;
const LONGEST_TOOTH = 39;

/** The ups and downs that both sides share in a made world, none of which is an answer. */
export function makeLogRates(world: MadeWorld, days: number, random: RandomStream): LogRates {
  const rates = { a: new Float64Array(days), b: new Float64Array(days), c: new Float64Array(days) };
  if (world.wave) addWave(rates, world.wave, days, random);
  if (world.campaign) {
    const { days: length, times } = world.campaign;
    const first = random.integer(days - length);
    addToBoth(rates, (day) => (day >= first && day < first + length ? Math.log(times) : 0));
  }
  if (world.trend !== undefined) {
    const growth = Math.log(world.trend);
    // The mean of exp(growth·x) over the record, so that the base rate stays the mean rate.
    const mean = (world.trend - 1) / growth;
    addToBoth(rates, (day) => (growth * day) / days - Math.log(mean));
  }
  if (world.season !== undefined) {
    const { season } = world;
    const phase = 2 * Math.PI * random.uniform();
    addToBoth(rates, (day) => season * Math.sin((2 * Math.PI * day) / DAYS_OF_YEAR + phase));
  }
  if (world.shocks) addShocks(rates, world.shocks, days, random);
  if (world.switching) {
    const { times, meanDays } = world.switching;
    let high = random.uniform() < 0.5;
    addToBoth(rates, () => {
      if (random.uniform() < 1 / meanDays) high = !high;
      return high ? Math.log(times) : 0;
    });
  }
  if (world.secondWave) addWave(rates, world.secondWave, days, random);
  if (world.sawTeeth) addSawTeeth(rates, days, random);
  if (world.offensives) {
    const { times } = world.offensives;
    const first = random.integer(Math.floor(DAYS_OF_YEAR));
    addToBoth(rates, (day) =>
      (day + DAYS_OF_YEAR - first) % DAYS_OF_YEAR < OFFENSIVE_DAYS ? Math.log(times) : 0,
    );
  }
  if (world.change) {
    const { times, both, all = false, steadily = false } = world.change;
    const { first, last } = CHANGE_DAYS;
    for (let day = first; day <= Math.min(last, days - 1); day++) {
      const change = Math.log(times) * (steadily ? (day - first) / (last - first) : 1);
      rates.b[day]! += change;
      if (both) rates.a[day]! += change;
      if (all) rates.c[day]! += change;
    }
  }
  if (world.consent) {
    const { inside, outside } = world.consent;
    for (let day = 0; day < days; day++) {
      const within = CONSENT_DAYS.some(({ first, last }) => day >= first && day <= last);
      rates.b[day]! += Math.log(within ? inside : outside);
    }
  }
  return rates;
}

function addToBoth({ a, b }: LogRates, logRate: (day: number) => number): void {
  for (let day = 0; day < a.length; day++) {
    const value = logRate(day);
    a[day]! += value;
    b[day]! += value;
  }
}

function addWave(
  { a, b, c }: LogRates,
  wave: NonNullable<MadeWorld['wave']>,
  days: number,
  random: RandomStream,
): void {
  const { late = 0, tau, smooth = false, theatre = false, against = false } = wave;
  const sd =
    typeof wave.sd === 'number' ? wave.sd : wave.sd[0] + (wave.sd[1] - wave.sd[0]) * random.uniform();
  const z = makeWave(days + late, tau, smooth, random);
  for (let day = 0; day < days; day++) {
    a[day]! += sd * z[day + late]! - sd ** 2 / 2;
    b[day]! += (against ? -1 : 1) * sd * z[day]! - sd ** 2 / 2;
    if (theatre) c[day]! += sd * z[day + late]! - sd ** 2 / 2;
  }
}

/** A stationary Gaussian wave, variance 1: AR(1), or AR(2) with a double root where it is smooth. */
function makeWave(days: number, tau: number, smooth: boolean, random: RandomStream): Float64Array {
  const z = new Float64Array(days);
  const phi = Math.exp(-1 / tau);
  const lagOne = (2 * phi) / (1 + phi * phi);
  z[0] = random.normal();
  for (let t = 1; t < days; t++) {
    const e = random.normal();
    if (!smooth) z[t] = phi * z[t - 1]! + Math.sqrt(1 - phi * phi) * e;
    else if (t === 1) z[t] = lagOne * z[0] + Math.sqrt(1 - lagOne * lagOne) * e;
    else {
      const sd = Math.sqrt((1 - phi * phi) ** 3 / (1 + phi * phi));
      z[t] = 2 * phi * z[t - 1]! - phi * phi * z[t - 2]! + sd * e;
    }
  }
  return z;
}

function addShocks(
  rates: LogRates,
  { everyDays, times, fade }: NonNullable<MadeWorld['shocks']>,
  days: number,
  random: RandomStream,
): void {
  const excess = new Float64Array(days);
  let level = 0;
  for (let day = 0; day < days; day++) {
    level *= Math.exp(-1 / fade);
    if (random.uniform() < 1 / everyDays) level += times - 1;
    excess[day] = level;
  }
  addToBoth(rates, (day) => Math.log(1 + excess[day]!));
}

function addSawTeeth(rates: LogRates, days: number, random: RandomStream): void {
  const height = new Float64Array(days);
  for (let day = 0; day < days;) {
    day += Math.floor(-CALM_DAYS * Math.log(1 - random.uniform()));
    const length = SHORTEST_TOOTH + random.integer(LONGEST_TOOTH - SHORTEST_TOOTH + 1);
    const top = 1 + random.uniform();
    for (let k = 1; k <= length && day < days; k++, day++) height[day] = (top * k) / length;
  }
  addToBoth(rates, (day) => height[day]!);
}
