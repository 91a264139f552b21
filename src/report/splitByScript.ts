/** Letters of scripts that are written from right to left, with their marks. */
const LETTERS =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
/** The words of one name: joined by one space, hyphen, point or stroke, or by a number inside. Lists end it. */
const RUN = new RegExp(
  `[${LETTERS}][${LETTERS}\\p{M}]*(?:(?:[ '’_./-]|[ _-]?\\p{Nd}+[ _-]?)[${LETTERS}][${LETTERS}\\p{M}]*)*`,
  'gu',
);

export interface ScriptPiece {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/**
 * A text cut where names in scripts from right to left begin and end. A browser that is not told where such a name ends
 * draws the numbers, brackets and names behind it on its wrong side. One piece where there is no such name.
 */
export function splitByScript(text: string): readonly ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let done = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index > done) pieces.push({ text: text.slice(done, index), isRightToLeft: false });
    pieces.push({ text: run, isRightToLeft: true });
    done = index + run.length;
  }
  if (done < text.length || pieces.length === 0)
    pieces.push({ text: text.slice(done), isRightToLeft: false });
  return pieces;
}
