import type { Item, SourceSpan } from './document.ts';
import { NODE_SHAPES, PART_SHAPES } from './nodeShapes.ts';

/**
 * True when an item has every field that its kind asks for, all the way down. A Document from elsewhere (a twin, an
 * editor after a syntax error) may have lost parts; what is not complete cannot be checked.
 */
export function isComplete(item: unknown): item is Item {
  return isNode(item);
}

/** Where a damaged item stood, if it still says so. */
export function spanOf(item: unknown): SourceSpan | null {
  return isObject(item) && fits(item['at'], 'at') ? (item['at'] as unknown as SourceSpan) : null;
}

function isNode(value: unknown, kinds?: readonly string[]): boolean {
  if (!isObject(value)) return false;
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(NODE_SHAPES, kind)) return false;
  if (kinds && !kinds.includes(kind)) return false;
  return hasFields(value, { at: 'at', ...NODE_SHAPES[kind] });
}

function hasFields(value: Record<string, unknown>, shape: Readonly<Record<string, string>>): boolean {
  return Object.entries(shape).every(([name, field]) =>
    fits(Object.hasOwn(value, name) ? value[name] : undefined, field),
  );
}

function fits(value: unknown, field: string): boolean {
  if (field.startsWith('~')) return value === undefined || fits(value, field.slice(1));
  if (field.endsWith('?')) return value === null || fits(value, field.slice(0, -1));
  if (field.endsWith('[]'))
    return Array.isArray(value) && Array.from(value).every((one) => fits(one, field.slice(0, -2)));
  switch (field) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'truth':
      return typeof value === 'boolean';
    case 'amountUnit':
      return (
        isObject(value) &&
        hasChoice(value, { events: {}, days: {}, deaths: {}, measure: { measure: 'text' } })
      );
    case 'actClass':
      return isObject(value) && hasChoice(value, { class: { name: 'text' }, code: { code: 'text' } });
    default: {
      const part = Object.hasOwn(PART_SHAPES, field) ? PART_SHAPES[field] : undefined;
      if (part) return isObject(value) && hasFields(value, part);
      return isNode(value, field.split('|'));
    }
  }
}

function hasChoice(
  value: Record<string, unknown>,
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>,
): boolean {
  const choice =
    typeof value['of'] === 'string' && Object.hasOwn(choices, value['of']) ? choices[value['of']] : undefined;
  return choice !== undefined && hasFields(value, choice);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
