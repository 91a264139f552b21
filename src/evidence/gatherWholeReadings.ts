import { formatDay } from '../calendar/index.ts';
import type { CountPanel, Plan, PlannedStream } from '../model/index.ts';
import { proposeGaps } from '../record/index.ts';
import type { WholeReading } from './judge/context.ts';
import { countsOf } from './pairSeries.ts';

/** A step that holds any holds this many on average: below, roots and counts are nearly the same. */
const LUMPS = 2;

/**
 * Other readings of the tables of counts: without the silent stretch with which a column begins or ends, and on the
 * scale of square roots. Events of a record need neither: a side of whom no event is told was still watched, and every
 * event counts one.
 */
export function gatherWholeReadings(plan: Plan, panel: CountPanel): WholeReading[] {
  const counted = plan.streams.filter(({ columns }) => columns !== null);
  return [...counted.flatMap((stream) => readWithoutSilence(panel, stream)), ...readRoots(panel, counted)];
}

/** Zeros at an end of a column, so many that its own rate makes them next to impossible: calm, or not yet counted? */
function readWithoutSilence(panel: CountPanel, { id, text }: PlannedStream): WholeReading[] {
  const { first, stepDays, recorded, steps } = panel;
  const counts = countsOf(panel, id);
  const known = Array.from(counts, (count, step) => (recorded[step] ? count : null));
  const firstStep = recorded.indexOf(1);
  const lastStep = recorded.lastIndexOf(1);
  return proposeGaps({ first, stepDays, counts: known }).flatMap((gap): WholeReading[] => {
    const from = (gap.first - first) / stepDays;
    const to = (gap.last + 1 - first) / stepDays;
    if (from !== firstStep && to - 1 !== lastStep) return [];
    const masked = recorded.map((on, step) => (step >= from && step < Math.min(to, steps) ? 0 : on));
    return [
      {
        name: `${formatDay(gap.first)} to ${formatDay(gap.last)}, where "${text}" holds only zeros, as unrecorded`,
        about: 'silence',
        streams: [id],
        // A rate that falls to nothing at the end of a table is what a claim of a fall or a truce is about.
        onlyRules: from !== firstStep,
        panel: { ...panel, recorded: masked },
      },
    ];
  });
}

/**
 * Counts in lumps, such as deaths, do not tell how much a lump weighs: thirty in one day may be one act. On the scale
 * of roots, rounded to whole numbers, a step with thirty weighs five times as much as one with one.
 */
function readRoots(panel: CountPanel, streams: readonly PlannedStream[]): WholeReading[] {
  const lumped = streams.filter(({ id }) => {
    const held = countsOf(panel, id).filter((count, step) => count > 0 && panel.recorded[step] === 1);
    return held.reduce((sum, count) => sum + count, 0) > LUMPS * held.length;
  });
  if (lumped.length === 0) return [];
  const ids = lumped.map(({ id }) => id);
  const counts = panel.counts.map((values, index) =>
    ids.includes(panel.streams[index] ?? '') ? values.map((count) => Math.round(Math.sqrt(count))) : values,
  );
  return [
    {
      name: 'square roots of the counts, so that a few large days weigh less',
      about: 'scale',
      streams: ids,
      onlyRules: true,
      panel: { ...panel, counts },
    },
  ];
}
