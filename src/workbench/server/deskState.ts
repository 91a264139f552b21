import type { Examiner, ExaminerAnswer, Shell } from '../../host/index.ts';
import type { DeskNews } from './deskMessages.ts';

/** The examination that the desk made last, with the theatre it was made of. */
export type LastExamination = Extract<ExaminerAnswer, { kind: 'examined' }> & {
  readonly path: string;
  readonly seed: number;
};

export interface DeskState {
  readonly folder: string;
  /** The theatre that is examined, from the folder. */
  readonly main: string;
  readonly examiner: Examiner;
  readonly last: LastExamination | null;
  readonly shell: Shell;
  readonly tell: (news: DeskNews) => void;
}
