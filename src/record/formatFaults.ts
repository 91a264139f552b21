const MACHINE_CODED =
  'It is coded by machines from news: one incident may stand in many rows, a row may speak of none, and the number of rows follows the number of articles.';

/** What is known to be wrong or missing in every record of a format, by the format's name. */
const FORMAT_FAULTS: Readonly<Record<string, readonly string[]>> = {
  acled: ['ACLED names two actors without saying who acted on whom.'],
  ged: [
    'UCDP GED holds only events with at least one death: days without one may have seen any fighting that killed nobody.',
    'UCDP GED names the sides of a dyad without saying who attacked, but in one-sided violence.',
  ],
  'gdelt-1': [MACHINE_CODED],
  'gdelt-2': [MACHINE_CODED],
  icews: [MACHINE_CODED],
  polecat: [MACHINE_CODED],
};

/** Known faults of a format, in sentences; none where nothing is known. */
export function formatFaults(format: string): readonly string[] {
  return Object.hasOwn(FORMAT_FAULTS, format) ? (FORMAT_FAULTS[format] ?? []) : [];
}
