import { check, parse, type Checked, type Theatre } from '../../src/language/index.ts';

/** Parses and checks a text; the parser must have nothing to say. */
export function checkText(text: string, files: ReadonlyMap<string, string> = new Map()): Checked {
  const { document, diagnostics } = parse(text, 'theatre.tacit');
  if (diagnostics.length > 0) throw new Error(`the parser says: ${diagnostics[0]?.message}`);
  return check(document, { file: 'theatre.tacit', files, pedantic: false, text });
}

/** The Theatre of a text without errors. */
export function theatreOf(text: string, files: ReadonlyMap<string, string> = new Map()): Theatre {
  const { theatre, diagnostics } = checkText(text, files);
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (wrong || !theatre) throw new Error(`not checked: ${wrong?.message ?? 'no theatre'}`);
  return theatre;
}
