import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { WindowSplit } from './splitWindow.ts';
import type { TwiceBeside } from './twiceBesideWave.ts';

const { twicePerTrigger, twiceLikelihoodRatio, quickShortfall } = THRESHOLDS;
const { twiceWaveLikelihoodRatio, twiceNextDayLikelihoodRatio } = THRESHOLDS;

/**
 * Without the first two days: one incident coded twice, with sides swapped, fills just these. An answer over the whole
 * window must fit better than such acts on them alone, and beside the shared wave, where one is left, hardly worse, and
 * better than such acts on the next day alone; and what is behind the first two days must not fall far short of its due,
 * however many acts they hold.
 */
export function donutGuard(split: WindowSplit | null, besideWave: TwiceBeside | null = null): Guard {
  const name = 'beyond the first two days';
  if (split === null) return { name, passed: null, value: null, detail: 'the window is too short for it' };
  const { behind, due, overCodedTwice, shortfall } = split;
  const failed = faultsOf(split, besideWave);
  const mark = (fault: Fault) => (failed.includes(fault) ? ' (failed)' : '');
  const left =
    behind === null
      ? 'nothing can be fitted without the first two days'
      : `${behind.rho.toFixed(2)} extra per trigger from the third day of the window on, ${due.toFixed(2)} to be expected (p ${behind.pValue.toPrecision(2)})`;
  const short =
    shortfall > 0
      ? `; that is ${shortfall.toFixed(1)} standard errors short of its due, wanted less than ${quickShortfall}${mark('short')}`
      : '';
  const alone = `likelihood ratio ${overCodedTwice.toFixed(2)} against incidents coded twice, up to ${twicePerTrigger} a trigger, wanted more than ${twiceLikelihoodRatio}${mark('coded twice')}`;
  const beside =
    besideWave === null
      ? ''
      : `; beside the wave ${besideWave.overFirstDays.toFixed(2)}, wanted more than ${twiceWaveLikelihoodRatio}${mark('beside the wave')}` +
        `; there against the next day alone ${besideWave.overNextDay.toFixed(2)}, wanted more than ${twiceNextDayLikelihoodRatio}${mark('next day')}`;
  return {
    name,
    passed: failed.length === 0,
    value: behind?.rho ?? null,
    detail: `${left}${short}; ${alone}${beside}`,
  };
}

/** What the guard finds wrong, as a sentence; null where it finds nothing. */
export function wordDonut(split: WindowSplit | null, besideWave: TwiceBeside | null): string | null {
  if (split === null) return null;
  const { behind, due, overCodedTwice, shortfall } = split;
  const twice =
    'incidents recorded twice, which fill the first two days of the window and nothing else, explain it';
  const [gravest] = faultsOf(split, besideWave);
  if (gravest === 'coded twice')
    return `${twice.replace('i', 'I')} about as well (likelihood ratio ${overCodedTwice.toFixed(2)}, wanted more than ${twiceLikelihoodRatio}).`;
  if (gravest === 'beside the wave')
    return `Beside a shared wave, ${twice} better (likelihood ratio ${(besideWave?.overFirstDays ?? 0).toFixed(2)}, wanted more than ${twiceWaveLikelihoodRatio}).`;
  if (gravest === 'next day')
    return `Beside a shared wave, incidents recorded a second time on the next day explain it about as well (likelihood ratio ${(besideWave?.overNextDay ?? 0).toFixed(2)}, wanted more than ${twiceNextDayLikelihoodRatio}).`;
  if (gravest === undefined) return null;
  return `Too much of it lies on the first two days of the window, as where incidents are recorded twice: behind them stands ${(behind?.rho ?? 0).toFixed(2)} extra per trigger where ${due.toFixed(2)} are to be expected, ${shortfall.toFixed(1)} standard errors short (wanted less than ${quickShortfall}).`;
}

type Fault = 'coded twice' | 'beside the wave' | 'next day' | 'short';

/** The halves that fail, the gravest first. */
function faultsOf({ overCodedTwice, shortfall }: WindowSplit, besideWave: TwiceBeside | null): Fault[] {
  return [
    ...(overCodedTwice > twiceLikelihoodRatio ? [] : ['coded twice' as const]),
    ...((besideWave?.overFirstDays ?? Infinity) > twiceWaveLikelihoodRatio
      ? []
      : ['beside the wave' as const]),
    ...((besideWave?.overNextDay ?? Infinity) > twiceNextDayLikelihoodRatio ? [] : ['next day' as const]),
    ...(shortfall < quickShortfall ? [] : ['short' as const]),
  ];
}
