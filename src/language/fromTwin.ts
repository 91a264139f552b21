import type { Diagnostic, Document } from './document.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';
import type { Message } from './semanticMessages.ts';
import { TWIN_SCHEMA } from './twinSchema.ts';
import * as messages from './twinMessages.ts';

export interface ReadTwin {
  /** Null where the twin is refused. */
  readonly document: Document | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a JSON twin, given as a value or as text. Refused are unknown keys, missing parts, and whatever could not be
 * written as a Tacit file that says the same. JSON keeps no lines, so a diagnostic names the part: `items[3].form`.
 */
export function fromTwin(json: unknown, file: string | null = null): ReadTwin {
  const refuse = (found: readonly Message[]): ReadTwin => ({
    document: null,
    diagnostics: found.map((message) => ({ ...message, file, line: 1, column: 1, start: 0, end: 0 })),
  });
  const value = typeof json === 'string' ? jsonOrNull(json) : json;
  if (typeof value !== 'object' || value === null) return refuse([messages.notJson()]);
  const told: unknown = 'format' in value ? value.format : undefined;
  if (told !== 'tacit-theatre/1') return refuse([messages.otherFormat(told)]);
  const checked = TWIN_SCHEMA.safeParse(value, { reportInput: true });
  if (!checked.success) return refuse(checked.error.issues.map(messages.twinIssue));
  const document = written(checked.data) as Document;
  const again = parse(format(document), file);
  const [problem] = again.diagnostics;
  if (problem) return refuse([messages.notWritable(`${problem.message} ${problem.hint ?? ''}`.trim())]);
  const difference = firstDifference(document, again.document, []);
  return difference ? refuse([messages.partsDisagree(difference)]) : { document, diagnostics: [] };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A Document says only of filled-in nodes that they are. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === 'default' && part !== true ? [] : [[key, written(part)]],
    ),
  );
}

/** Where text lies, how lines are laid out, and who wrote a part: what a text does not say again. */
const LAYOUT: ReadonlySet<string> = new Set(['at', 'blankLines', 'ownLine', 'default']);

function firstDifference(
  one: unknown,
  other: unknown,
  path: readonly (string | number)[],
): readonly (string | number)[] | null {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return (one ?? null) === (other ?? null) ? null : path;
  }
  const [parts, others] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const key of new Set([...Object.keys(parts), ...Object.keys(others)])) {
    if (LAYOUT.has(key)) continue;
    const step = Array.isArray(one) ? Number(key) : key;
    const found = firstDifference(parts[key], others[key], [...path, step]);
    if (found) return found;
  }
  return null;
}
