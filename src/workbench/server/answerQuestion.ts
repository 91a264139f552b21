import type { Examination } from '../../evidence/index.ts';
import { explainClaim } from '../../host/index.ts';
import { loadMapGround, renderReport, renderWhy, writeVerdictsCsv } from '../../report/index.ts';
import type { Why } from '../protocol/index.ts';
import type { DeskAnswer, DeskQuestion, DocumentName } from './deskMessages.ts';
import type { DeskState, LastExamination } from './deskState.ts';
import { describeRecords } from './describeRecords.ts';
import { importDropped } from './importDropped.ts';

/** Columns of the text form of a chain. */
const WIDTH = 100;

/** Answers one question about the records or the last examination. */
export async function answerQuestion(question: DeskQuestion, desk: DeskState): Promise<DeskAnswer> {
  const { last } = desk;
  switch (question.kind) {
    case 'import':
      return { kind: 'dropped', dropped: await importDropped(question, desk) };
    case 'records':
      return { kind: 'text', text: JSON.stringify(await describeRecords(desk)) };
    case 'why':
      return last ? await explain(question.claim, last, desk) : notYet();
    case 'document':
      if (last) return writeDocument(question.name, last, desk);
      // A map without an examination is no fault: there is nothing to draw yet.
      return question.name === 'ground' ? { kind: 'text', text: 'null' } : notYet();
  }
}

async function explain(
  name: string,
  { found, examination }: LastExamination,
  { examiner }: DeskState,
): Promise<DeskAnswer> {
  const opening = await examiner.reopen(found);
  if (!opening.ok) return { kind: 'refused', refusal: { message: opening.message } };
  const chain = await explainClaim(opening.value, examination, name);
  if (chain === null)
    return {
      kind: 'refused',
      refusal: { message: `The theatre that was examined last has no claim ${name}.` },
    };
  const why: Why = { text: renderWhy(chain, WIDTH), chain };
  return { kind: 'text', text: JSON.stringify(why) };
}

async function writeDocument(
  name: DocumentName,
  last: LastExamination,
  { examiner }: DeskState,
): Promise<DeskAnswer> {
  const text = (written: string): DeskAnswer => ({ kind: 'text', text: written });
  if (name === 'ground') return text(JSON.stringify(await loadMapGround(last.examination)));
  if (name === 'report.csv') return text(writeVerdictsCsv(last.examination));
  const known = completed.get(last);
  const completing = known
    ? { ok: true as const, value: known }
    : await examiner.complete(last.found, last.seed);
  if (!completing.ok) return { kind: 'refused', refusal: { message: completing.message } };
  const examination = completing.value;
  completed.set(last, examination);
  if (name === 'report.json') return text(`${JSON.stringify(examination, null, 2)}\n`);
  return text(renderReport(examination, await loadMapGround(examination)));
}

/** Examinations with every picture, made when a report is asked for. */
const completed = new WeakMap<LastExamination, Examination>();

function notYet(): DeskAnswer {
  return {
    kind: 'refused',
    refusal: { message: 'Nothing was examined yet.', hint: 'Examine the theatre first.' },
  };
}
