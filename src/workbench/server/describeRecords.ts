import type { ShownRecords } from '../protocol/index.ts';
import type { DeskState } from './answerQuestion.ts';

/** What lies in the records of the theatre, as far as the last examination read it. */
export async function describeRecords({ last }: DeskState): Promise<ShownRecords> {
  const records = last?.examination.records ?? [];
  return Promise.resolve({
    records: records.map((quality) => ({ file: quality.file, declared: true, obstacle: null, quality })),
  });
}
