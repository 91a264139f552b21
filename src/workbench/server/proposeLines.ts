import type { RecordDescription } from '../../evidence/index.ts';
import { describeDuplicate, pasteDuplicate, pasteMissing } from '../../report/index.ts';
import type { ProposedLine } from '../protocol/index.ts';

/** Lines that a person may put under a record: its gaps as `missing`, pairs that may be one incident as `duplicate`. */
export function proposeLines({ file, gaps, duplicates }: RecordDescription): ProposedLine[] {
  return [
    ...gaps.map((gap): ProposedLine => ({
      kind: 'gap',
      line: pasteMissing(gap),
      under: file,
      about: `${gap.days} days without any event, where about ${Math.round(gap.expected)} were to be expected.`,
    })),
    ...duplicates.pairs.map((pair): ProposedLine => {
      const { line, under } = pasteDuplicate(pair, file);
      return { kind: 'duplicate', line, under, about: describeDuplicate(pair) };
    }),
  ];
}
