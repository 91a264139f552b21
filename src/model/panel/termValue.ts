import type { PanelData } from './panelData.ts';
import type { PanelTerm } from './panelPlan.ts';

/** What a term's coefficient multiplies, on the rows given of one unit. */
export function termValue(
  { value }: PanelTerm,
  unit: number,
  rows: Int32Array,
  data: PanelData,
): Float64Array {
  const each = (of: (row: number) => number) => {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = of(rows[i]!);
    return values;
  };
  switch (value.of) {
    case 'one':
      return each(() => 1);
    case 'row': {
      const { origin = 0, per = 1, power = 1 } = value;
      return each((row) => ((row - origin) / per) ** power);
    }
    case 'sine':
    case 'cosine': {
      const speed = (2 * Math.PI * (value.harmonic ?? 1)) / value.period;
      return each(value.of === 'sine' ? (row) => Math.sin(speed * row) : (row) => Math.cos(speed * row));
    }
    case 'season':
      throw new Error('a season is written out as sines and cosines first');
    case 'rows':
      return each((row) => Number(row >= value.first && row <= value.last));
    case 'covariate':
    case 'logarithm': {
      const series = findCovariate(value.covariate, data)[unit]!;
      return each(value.of === 'logarithm' ? (row) => Math.log(series[row]!) : (row) => series[row]!);
    }
  }
}

/** A column of the table, by unit. Throws where there is none: `checkPanelPlan` says so first. */
export function findCovariate(name: string, data: PanelData): readonly Float64Array[] {
  const covariate = data.covariates[name];
  if (!covariate) throw new Error(`the panel has no covariate "${name}"`);
  return covariate;
}
