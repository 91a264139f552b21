import type { TriedOtherwise } from '../evidence/index.ts';
import { formatCount, formatNumber, UNKNOWN } from './formatNumber.ts';
import { isMonthLeftOut } from './isMonthLeftOut.ts';

/** One line of the picture of what would change a verdict. */
export interface TriedRow {
  readonly label: string;
  /** Several only where single months are left out. */
  readonly tries: readonly TriedOtherwise[];
  /** The result in a few words. */
  readonly told: string;
  /** Names of those that turn the finding. */
  readonly turns: readonly string[];
}

/** From what the claim itself leaves open to what the record may lack; what is not named here comes last. */
const ORDER = [
  'window',
  'scale',
  'period',
  'doers',
  'direction',
  'days',
  'duplicates',
  'silence',
  'coverage',
];

/** One row a choice; the months left out one at a time share a row, so that ten years stay readable. */
export function arrangeTried(tried: readonly TriedOtherwise[]): TriedRow[] {
  const placeOf = ({ about }: TriedOtherwise) =>
    ORDER.includes(about) ? ORDER.indexOf(about) : ORDER.length;
  const months = tried.filter(isMonthLeftOut);
  const rows = tried
    .filter((one) => !isMonthLeftOut(one))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((one) => rowOf([one], one.name));
  return months.length < 2
    ? [...rows, ...months.map((one) => rowOf([one], one.name))]
    : [...rows, rowOf(months, `without any one of ${formatCount(months.length, 'month')}`)];
}

function rowOf(tries: readonly TriedOtherwise[], label: string): TriedRow {
  const turns = tries.filter(({ turned }) => turned).map(({ name }) => name);
  return {
    label,
    tries,
    told: tell(tries),
    turns,
  };
}

function tell(tries: readonly TriedOtherwise[]): string {
  const [only] = tries;
  if (tries.length === 1 && only) {
    if (only.finding !== undefined) return only.finding;
    return only.estimate === null ? 'no fit' : formatNumber(only.estimate);
  }
  const known = tries.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  return known.length === 0
    ? UNKNOWN
    : `${formatNumber(Math.min(...known))} to ${formatNumber(Math.max(...known))}`;
}
