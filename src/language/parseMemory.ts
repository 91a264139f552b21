import type { Item, SourceSpan } from './document.ts';
import { placeAt } from './lineTable.ts';
import { parseStretch } from './parseStretch.ts';
import type { ParsedStretch, WholeText } from './parseStretch.ts';
import type { Stretch } from './splitItems.ts';

interface Kept {
  readonly items: readonly Item[];
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The sentences of a text that was parsed before, so that after a keystroke only those that changed are parsed again.
 * Belongs to one text; made empty by `new Map()`, filled by `parse`.
 */
export type ParseMemory = Map<string, Kept>;

/** Reads a stretch, or takes it from the memory with its places moved. What has a mistake is always read anew. */
export function parseRemembered(
  whole: WholeText,
  stretch: Stretch,
  memory: ParseMemory,
  fresh: ParseMemory,
): ParsedStretch {
  const { text, reading, declarations } = whole;
  const { start, end } = stretch;
  const { line, column } = placeAt(reading.lines, start);
  // The declared acts decide how an act in another number is read.
  const key = `${[...declarations.acts].join(' ')}\n${text.slice(start, end)}`;
  const kept = memory.get(key);
  if (kept?.column === column) {
    const items = shift(kept.items, start - kept.start, line - kept.line);
    fresh.set(key, { items, start, line, column });
    return { items, problems: [] };
  }
  const parsed = parseStretch(whole, stretch);
  if (parsed.problems.length === 0) fresh.set(key, { items: parsed.items, start, line, column });
  return parsed;
}

function shift(items: readonly Item[], offset: number, lines: number): readonly Item[] {
  return offset === 0 && lines === 0 ? items : (shifted(items, offset, lines) as readonly Item[]);
}

function shifted(value: unknown, offset: number, lines: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shifted(one, offset, lines));
  if (typeof value !== 'object' || value === null) return value;
  const moved: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    moved[name] = name === 'at' ? moveSpan(part as SourceSpan, offset, lines) : shifted(part, offset, lines);
  }
  return moved;
}

function moveSpan({ start, end, line, column }: SourceSpan, offset: number, lines: number): SourceSpan {
  return { start: start + offset, end: end + offset, line: line + lines, column };
}
