import type { Refusal } from '../protocol/index.ts';

/** What the commands say that means something else, or can be said better, where somebody sits before the page. */
const KNOWN: readonly (readonly [RegExp, Refusal])[] = [
  [
    /has errors, so nothing was compared/,
    {
      message: 'The text has errors, so nothing was run.',
      hint: 'The messages stand in the text and under “Verdicts”; mend them first.',
    },
  ],
  [
    /asks no what-if/,
    { message: 'The text asks no what-if yet.', hint: 'The form above writes one with you.' },
  ],
  [
    /No record says which days it covers/,
    {
      message: 'There is nothing to run forward: the theatre names no record that holds a row.',
      hint: 'Bring one under “Record”, or add a line “covers FIRST to LAST” to the one that is there.',
    },
  ],
];

/** A complaint of a command in the words of the page: notes on lines, progress and options of the terminal left out. */
export function sayInPage(complaint: string): Refusal {
  const known = KNOWN.find(([words]) => words.test(complaint));
  if (known) return known[1];
  const lines = complaint.split('\n').map((line) => line.trim());
  // Notes on the text come before the complaint; the line that counts them ends them.
  const counted = lines.map((line) => /: \d+ (error|warning|hint)s?\b/.test(line)).lastIndexOf(true);
  const told = lines
    .slice(counted + 1)
    .filter((line) => line !== '' && !/^Fitting \d+ streams/.test(line) && !/^\s*at /.test(line));
  const [message, ...more] = told;
  if (message === undefined) return { message: 'It ended before it was done, and said no reason.' };
  return more.length === 0 ? { message } : { message, hint: more.join(' ') };
}
