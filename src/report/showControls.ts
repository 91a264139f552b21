/** Characters that turn the direction of the text around them without being seen (Unicode Bidi_Control). */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Other characters that never belong into a page: C0 and C1 controls but tab and line ends. */
const OTHER_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * Makes every text of a plain value safe to look at: direction marks and control characters become visible
 * marks like `[U+202E]`, so that nobody can write a name or a note that reads as another one.
 * Works through objects, their keys, and arrays; numbers and nulls stay as they are.
 */
export function showControls<Value>(value: Value): Value {
  return walk(value) as Value;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return showInText(value);
  if (Array.isArray(value)) return value.map(walk);
  if (value === null || typeof value !== 'object') return value;
  // Object.fromEntries defines its keys, so that one named __proto__ stays an ordinary key.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [showInText(key), walk(inner)]));
}

/** Either kind: nearly every text has none, and is then left alone at once. */
const ANY_CONTROL = new RegExp(`${DIRECTION_CONTROLS.source}|${OTHER_CONTROLS.source}`);

function showInText(text: string): string {
  if (!ANY_CONTROL.test(text)) return text;
  return text.replace(DIRECTION_CONTROLS, nameOf).replace(OTHER_CONTROLS, nameOf);
}

function nameOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
