import type { RandomStream } from '../../stats/index.ts';
import { makeLogRates } from './makeLogRates.ts';
import { CHANGE_DAYS, LATE_DAY, type MadeRecord, type MadeWorld } from './madeWorld.ts';

const RATE = 0.3;
const PSI = 0.5;
const OWN = 0.15;
const REACH = 14;
const DELAY = Float64Array.from({ length: REACH }, (_, k) => (0.3 * 0.7 ** k) / (1 - 0.7 ** REACH));
const SHORTEST_SPELL = 40;
const LONGEST_SPELL = 120;

/** Draws one record of a made world: NB2 counts with own histories and answers of geometric delay. The same stream of random numbers gives the same record. */
export function makeRecord(world: MadeWorld, random: RandomStream): MadeRecord {
  const { days = 1096, psi = PSI, third, shift } = world;
  const rates = makeLogRates(world, days, random);
  const hidden = new Float64Array(days);
  if (third) for (let t = 0; t < days; t++) hidden[t] = random.negativeBinomial(third.rate, psi);
  const news = world.news ? drawNews(world.news, days, random) : null;
  const a = new Float64Array(days);
  const b = new Float64Array(days);
  const twice = new Float64Array(days + 2);
  const { rateA = RATE, rateB = RATE, ownA = OWN, ownB = OWN, rhoAB = 0, rhoBA = 0, sameDay = 0 } = world;
  const { lateRhoAB = rhoAB, stilling } = world;
  let stillUntil = -1;
  for (let t = 0; t < days; t++) {
    const [afterA, afterB] = [sumAfter(a, t), sumAfter(b, t)];
    const ofThirdA = third ? third.effect * hidden[t]! : 0;
    const ofThirdB = third && t >= third.late ? third.effect * hidden[t - third.late]! : 0;
    const meanA =
      rateA * Math.exp(rates.a[t]!) + ownA * afterA + rhoBA * afterB + ofThirdA + (news?.a[t] ?? 0);
    a[t] = random.negativeBinomial(meanA, psi);
    const still = stilling && t <= stillUntil ? stilling.times : 1;
    if (stilling && random.uniform() < 1 / stilling.everyDays) {
      a[t]! += 2 + random.integer(3);
      stillUntil = t + stilling.days;
    }
    const rho = t >= LATE_DAY ? lateRhoAB : rhoAB;
    const answers = rho * ((1 - sameDay) * afterA + sameDay * a[t]!);
    const meanB =
      still * rateB * Math.exp(rates.b[t]!) + ownB * afterB + answers + ofThirdB + (news?.b[t] ?? 0);
    b[t] = random.negativeBinomial(shift ? meanB * shiftOf(a, t, shift) : meanB, psi);
    for (let k = 0; k < a[t]!; k++) {
      if (random.uniform() >= (world.codedTwice ?? 0)) continue;
      const day = t + 1 + random.integer(2);
      twice[day]! += 1;
    }
  }
  for (let t = 0; t < days; t++) b[t]! += twice[t]!;
  if (world.sidesSwapped !== undefined) swapSides(a, b, world.sidesSwapped, random);
  const c = new Float64Array(days);
  for (let t = 0; t < days; t++) {
    c[t] = random.negativeBinomial(RATE * Math.exp(rates.c[t]!) + OWN * sumAfter(c, t), psi);
  }
  const record = { a, b, c };
  if (world.batchDays) for (const counts of [a, b, c]) dateInBatches(counts, world.batchDays);
  if (world.reporting) thin(record, world.reporting, random);
  if (world.losing !== undefined) lose(record, world.losing, world.losingFrom ?? CHANGE_DAYS.first, random);
  const spells = world.missing ? dropSpells(record, world.missing.spells, random) : [];
  return { ...record, missing: world.missing?.told ? spells : [] };
}

/** Some events of each side stand a second time as the other's, on the same day or the next. */
function swapSides(a: Float64Array, b: Float64Array, share: number, random: RandomStream): void {
  const [own, others] = [
    [a.slice(), b.slice()],
    [b, a],
  ];
  own.forEach((counts, side) => {
    counts.forEach((count, day) => {
      for (let k = 0; k < count; k++) {
        if (random.uniform() >= share) continue;
        const other = Math.min(counts.length - 1, day + (random.integer(3) === 0 ? 0 : 1));
        others[side]![other]! += 1;
      }
    });
  });
}

function sumAfter(counts: Float64Array, day: number): number {
  let sum = 0;
  for (let lag = 1; lag <= Math.min(REACH, day); lag++) sum += DELAY[lag - 1]! * counts[day - lag]!;
  return sum;
}

/** Expected acts of each side that news bring on each day. */
function drawNews(
  { everyDays, acts, quickA, quickB, late }: NonNullable<MadeWorld['news']>,
  days: number,
  random: RandomStream,
): { readonly a: Float64Array; readonly b: Float64Array } {
  const news = new Float64Array(days);
  for (let t = 0; t < days; t++) {
    if (random.uniform() < 1 / everyDays) news[t] = -acts * Math.log(1 - random.uniform());
  }
  const spread = (quick: number, from: number) => {
    const means = new Float64Array(days);
    for (let t = from; t < days; t++) {
      means[t] = quick * news[t - from]! + (1 - quick) * (t === 0 ? 0 : means[t - 1]!);
    }
    return means;
  };
  return { a: spread(quickA, 0), b: spread(quickB, late) };
}

function dateInBatches(counts: Float64Array, size: number): void {
  for (let t = 0; t < counts.length; t++) {
    const first = t - (t % size);
    if (first === t) continue;
    counts[first]! += counts[t]!;
    counts[t] = 0;
  }
}

function shiftOf(a: Float64Array, day: number, shift: NonNullable<MadeWorld['shift']>): number {
  let recent = 0;
  for (let lag = 1; lag <= Math.min(shift.days, day); lag++) recent += a[day - lag]!;
  return Math.exp(shift.gamma * recent);
}

type Counts = Omit<MadeRecord, 'missing'>;

/** Each event is kept with the share of its spell: both sides lose alike. */
function thin(
  { a, b, c }: Counts,
  { least, meanDays }: NonNullable<MadeWorld['reporting']>,
  random: RandomStream,
): void {
  const draw = () => least + (1 - least) * random.uniform();
  let share = draw();
  for (let t = 0; t < a.length; t++) {
    if (random.uniform() < 1 / meanDays) share = draw();
    for (const counts of [a, b, c]) {
      const events = counts[t]!;
      for (let k = 0; k < events; k++) if (random.uniform() >= share) counts[t]! -= 1;
    }
  }
}

/** Of the events from that day on each is kept with this share. */
function lose({ a, b, c }: Counts, share: number, from: number, random: RandomStream): void {
  for (const counts of [a, b, c])
    for (let t = from; t < counts.length; t++) {
      const events = counts[t]!;
      for (let k = 0; k < events; k++) if (random.uniform() >= share) counts[t]! -= 1;
    }
}

/** Nothing of these days reaches the record. */
function dropSpells(
  { a, b, c }: Counts,
  spells: number,
  random: RandomStream,
): (readonly [number, number])[] {
  const part = Math.floor(a.length / spells);
  return Array.from({ length: spells }, (_, index) => {
    // One in each part of the record, with days between them.
    const length = SHORTEST_SPELL + random.integer(LONGEST_SPELL - SHORTEST_SPELL + 1);
    const first = index * part + 1 + random.integer(part - length - 1);
    for (const counts of [a, b, c]) counts.fill(0, first, first + length);
    return [first, first + length - 1] as const;
  });
}
