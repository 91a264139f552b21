import type { MadeClaim } from './madeClaims.ts';
import type { MadeWorld } from './madeWorld.ts';

/**
 * Whether a claim is true of a made world: `false` where "supported" would be wrong, `true` where it would be right,
 * `open` where something of the kind is so and the record is not held against it (in a season a rate did fall).
 */
export type Truth = 'true' | 'false' | 'open';

/** The truth of a claim; of `mutual` it is true only where both sides answer. */
export function truthOf(world: MadeWorld, claim: MadeClaim): Truth {
  const { rhoAB = 0, rhoBA = 0, lateRhoAB = rhoAB, shift, consent, wave } = world;
  const answers = rhoAB > 0 || lateRhoAB > 0;
  switch (claim) {
    case 'when':
      return tell(answers);
    case 'mutual':
      return tell(answers && rhoBA > 0);
    case 'fewer':
      return tell(shift !== undefined && shift.gamma < 0);
    case 'more':
    case 'more soon':
      // Answers are more of B after A.
      return tell(shift ? shift.gamma > 0 : answers);
    case 'no extra':
      return answers ? 'false' : open(differs(world), 'true');
    case 'stronger':
      return tell(lateRhoAB > rhoAB);
    case 'weaker':
      return tell(lateRhoAB < rhoAB);
    case 'different':
      return tell(lateRhoAB !== rhoAB);
    // No answer hangs on what the bystanders do.
    case 'while others':
      return 'false';
    // Windows that begin later, and conditions, hold a part of an answer that is there.
    case 'share':
    case 'later':
    case 'while':
      return answers ? 'open' : 'false';
    case 'only during':
      return tell(consent?.outside === 0);
    case 'only within':
      return tell(world.rateB === 0);
    case 'against':
      return tell(wave?.against === true);
    case 'together':
      if (wave?.against) return 'false';
      return open(movesBoth(world) || answers || rhoBA > 0, 'false');
    case 'most':
      // Of two sides alike neither has most, whatever is coded twice.
      return open(!isAlike(world), 'false');
    case 'starts':
      if (world.rateB === 0 || (world.rateB ?? 1) < (world.rateA ?? 1) / 4) return tell(answers);
      return open(
        answers || (wave?.late ?? 0) > 0 || (world.third?.late ?? world.news?.late ?? 0) > 0,
        'false',
      );
    default:
      return truthOfChange(world, claim);
  }
}

type Change =
  | 'falls'
  | 'rises'
  | 'falls steadily'
  | 'rises steadily'
  | 'unchanged'
  | 'compared'
  | 'truce'
  | 'recurring'
  | 'by half'
  | 'one-sided truce'
  | 'recurring truce';

function truthOfChange(world: MadeWorld, claim: Change): Truth {
  const { change, consent, trend = 1 } = world;
  const times = change?.times ?? 1;
  const steadily = change?.steadily === true;
  // No record tells a general calm from less recorded.
  const general = change?.all === true;
  const doubtful = differs(world) || consent !== undefined;
  switch (claim) {
    case 'falls':
    case 'one-sided truce':
      return change ? open(general, tell(times < 1)) : open(doubtful, 'false');
    case 'by half':
      return change ? open(general, tell(times <= 0.5)) : open(doubtful, 'false');
    case 'truce':
      return change ? open(general, tell(times < 1 && change.both)) : open(doubtful, 'false');
    case 'rises':
      return change ? tell(times > 1) : open(doubtful || trend > 1, 'false');
    case 'falls steadily':
      return change ? fits(steadily, times < 1) : open(doubtful, 'false');
    case 'rises steadily':
      return change ? fits(steadily, times > 1) : open(doubtful || trend > 1, 'false');
    case 'unchanged':
      return change ? 'false' : open(doubtful || trend > 1 || swings(world), 'true');
    case 'compared':
      if (change) return tell(times < 1 && !change.both);
      return open(world.wave?.against === true || world.rhoAB !== undefined || doubtful, 'false');
    case 'recurring':
    case 'recurring truce':
      return consent
        ? tell(consent.inside < consent.outside)
        : open(change !== undefined || doubtful, 'false');
  }
}

const tell = (so: boolean): Truth => (so ? 'true' : 'false');
const open = (doubtful: boolean, else_: Truth): Truth => (doubtful ? 'open' : else_);

/** Nothing sets the two sides apart. */
function isAlike({ rateA = 0.3, rateB = 0.3, ownA = 0, ownB = 0, ...world }: MadeWorld): boolean {
  const { rhoAB = 0, rhoBA = 0, lateRhoAB = 0, shift, consent, change, third, wave, news } = world;
  const one = shift ?? consent ?? (change?.both === false ? change : undefined);
  const answers = rhoAB > 0 || rhoBA > 0 || lateRhoAB > 0;
  const apart = one ?? third ?? news;
  return rateA === rateB && ownA === ownB && !apart && !answers && wave?.against !== true;
}

/** A step is a slide of some kind. */
function fits(steadily: boolean, direction: boolean): Truth {
  if (!direction) return 'false';
  return steadily ? 'true' : 'open';
}

/** B's rate swings by itself, up and down again: no change of any date, though it falls on some. */
function swings({ wave, shocks, switching, reporting, sawTeeth, news }: MadeWorld): boolean {
  return Boolean(wave ?? shocks ?? switching ?? reporting ?? sawTeeth ?? news);
}

/** So slow a wave changes the rate of half a year as a step does. */
const SLOW_WAVE_DAYS = 100;

/** B's rate has a change that the claimed days may have met: once, or of years. */
function differs(world: MadeWorld): boolean {
  const { wave, secondWave, campaign, season, offensives, missing, shift, rhoAB = 0, lateRhoAB = 0 } = world;
  const unrecorded = missing !== undefined && !missing.told;
  const slow = Math.max(wave?.tau ?? 0, secondWave?.tau ?? 0) > SLOW_WAVE_DAYS;
  return (
    slow ||
    campaign !== undefined ||
    season !== undefined ||
    offensives !== undefined ||
    shift !== undefined ||
    unrecorded ||
    rhoAB + lateRhoAB > 0
  );
}

/** Something that is no answer moves the recorded counts of both sides. */
function movesBoth(world: MadeWorld): boolean {
  const { losing, campaign, season, offensives, trend, missing, third, codedTwice = 0, change } = world;
  return (
    swings(world) ||
    losing !== undefined ||
    campaign !== undefined ||
    season !== undefined ||
    offensives !== undefined ||
    trend !== undefined ||
    third !== undefined ||
    codedTwice > 0 ||
    change?.both === true ||
    (missing !== undefined && !missing.told)
  );
}
