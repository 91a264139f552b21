import { actNamed, pluralOf } from './actWords.ts';
import { analyse } from './analyse.ts';
import { check } from './check.ts';
import { declarationsIn } from './declarationsIn.ts';
import type { FilesInView } from './declarationsIn.ts';
import type { Diagnostic } from './document.ts';
import { findOccurrences } from './findOccurrences.ts';
import type { NamedThing } from './findOccurrences.ts';
import { printAct } from './printPattern.ts';
import { renameTargetAt } from './renameTargetAt.ts';
import { tokenize } from './tacitParser.ts';
import { applyEdits } from './textEdit.ts';
import type { TextEdit } from './textEdit.ts';
import { makesMistake, nameTaken, notAName, notAnAct, recordMayCallIt } from './renameMessages.ts';

export type Renamed =
  | {
      readonly ok: true;
      readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
      /** What the person should know: records may call the actor or place by its old name. */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Gives the name, act or measure at a place another name in all files. Refused where the new name is no name, is taken,
 * or where any file would get a mistake that it does not have now. Texts between quotation marks stay as they are.
 */
export function renameAt(files: FilesInView, file: string, offset: number, wanted: string): Renamed {
  const target = renameTargetAt(files, file, offset);
  if (!target.ok) return target;
  const { thing } = target;
  const name = wanted.trim().replaceAll('`', '').normalize('NFC');
  const refusal = refuse(files, thing, name);
  if (refusal !== null) return { ok: false, message: refusal };
  const edits = new Map<string, TextEdit[]>();
  for (const { file: place, start, end, written } of findOccurrences(files, thing)) {
    const text = spell(thing, written, name);
    if (text !== written) edits.set(place, [...(edits.get(place) ?? []), { start, end, text }]);
  }
  const mistake = newMistake(files, edits);
  if (mistake) return { ok: false, message: makesMistake(name, mistake.message) };
  return { ok: true, edits, note: noteOn(thing, name) };
}

function refuse(files: FilesInView, { of, name: old }: NamedThing, name: string): string | null {
  const [token, ...more] = tokenize(name).tokens;
  const whole = token?.image === name && more.length === 0;
  const type = token?.tokenType.name ?? '';
  if (of === 'name' && (!whole || type !== 'NAME')) return notAName(name);
  // A keyword is a good act between backquotes, and no measure.
  const small = /^\p{Ll}[\p{L}\p{M}\p{N}_]*$/u.test(name);
  if (of === 'act' && !small) return notAnAct(name);
  if (of === 'measure' && (!whole || type !== 'WORD')) return notAnAct(name);
  if (name === old) return null;
  const { names, acts, measures } = declarationsIn(files);
  const taken = { name: names, act: acts, measure: measures }[of];
  if (taken.has(name)) return nameTaken(name);
  const standard = of === 'act' ? actNamed(name, new Set(acts.keys())) : null;
  return standard === null ? null : nameTaken(standard);
}

/** An act keeps the number in which it stands. */
function spell({ of, name: old }: NamedThing, written: string, name: string): string {
  if (of !== 'act') return name;
  const bare = written.replaceAll('`', '');
  return printAct(bare === old ? name : pluralOf(name));
}

/** The first mistake that a file would have after the edits and does not have before. */
function newMistake(files: FilesInView, edits: ReadonlyMap<string, readonly TextEdit[]>): Diagnostic | null {
  const after = new Map(
    [...files].map(([file, { text }]) => [file, applyEdits(text, edits.get(file) ?? [])]),
  );
  const before = new Map([...files].map(([file, { text }]) => [file, text]));
  for (const [file, text] of after) {
    const counts = countErrors(errorsIn(file, before.get(file) ?? '', before));
    for (const error of errorsIn(file, text, after)) {
      const left = (counts.get(error.code) ?? 0) - 1;
      if (left < 0) return error;
      counts.set(error.code, left);
    }
  }
  return null;
}

function errorsIn(file: string, text: string, files: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const inFolder = [...files].filter(([other]) => other !== file && other.startsWith(folder));
  const used = new Map(inFolder.map(([other, written]) => [other.slice(folder.length), written]));
  const { parsed } = analyse(text, file);
  const checked = check(parsed.document, { file, files: used, pedantic: false, text });
  return [...parsed.diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error');
}

function countErrors(errors: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function noteOn({ name: old, declaration }: NamedThing, name: string): string | null {
  const kinds = ['actor', 'alliance', 'place', 'area'];
  if (name === old || !declaration || !kinds.includes(declaration.kind)) return null;
  return declaration.also.includes(old) ? null : recordMayCallIt(old, name);
}
