import type { Optimum } from './climb.ts';
import { chainModel } from './chainModel.ts';
import type { PlainFits } from './fitPlain.ts';
import { refitAnswer, refitNull } from './fitWave.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';

export interface LateFits {
  /** The best fit without the answer of a wave that reaches B this many steps late. */
  readonly none: (shift: number) => Optimum;
  /** Both hypotheses at that shift. */
  readonly both: (shift: number) => WaveFits;
}

interface Known {
  readonly model: WaveModel;
  readonly first: { readonly none: Optimum; readonly hills: readonly Optimum[] };
  fits: WaveFits | null;
}

/**
 * Fits of late waves, each made when first asked for and kept. A shift starts from the nearest one fitted before it, so
 * they must be asked for in a fixed order.
 */
export function lateFits(atOnce: WaveModel, fits: WaveFits, plain: PlainFits): LateFits {
  const known = new Map<number, Known>();
  known.set(0, { model: atOnce, first: { none: fits.none, hills: fits.hills.none }, fits });

  function nullAt(shift: number): Known {
    const found = known.get(shift);
    if (found !== undefined) return found;
    const near = [...known.keys()].reduce((p, q) => (Math.abs(q - shift) < Math.abs(p - shift) ? q : p));
    const { first } = known.get(near)!;
    const model = chainModel(atOnce.design, shift, atOnce.curvatureAt);
    const made: Known = { model, first: refitNull(model, from(first), plain), fits: null };
    known.set(shift, made);
    return made;
  }

  /** What a neighbour's null and the alternative of the wave at once give as starts. */
  function from(first: Known['first']): WaveFits {
    return { none: first.none, answer: fits.answer, hills: { none: first.hills, answer: fits.hills.answer } };
  }

  return {
    none: (shift) => nullAt(shift).fits?.none ?? nullAt(shift).first.none,
    both: (shift) => {
      const one = nullAt(shift);
      one.fits ??= refitAnswer(one.model, from(one.first), plain, one.first);
      return one.fits;
    },
  };
}
