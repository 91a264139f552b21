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
  return isObject(item) && testFor('at')(item['at']) ? (item['at'] as unknown as SourceSpan) : null;
}

type Test = (value: unknown) => boolean;
type Shape = readonly (readonly [name: string, test: Test])[];

/** Shapes are read once: every keystroke of an editor asks about every item of the file. */
const nodeShapes = new Map<string, Shape>();
const tests = new Map<string, Test>();

function isNode(value: unknown, kinds?: readonly string[]): boolean {
  if (!isObject(value)) return false;
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(NODE_SHAPES, kind)) return false;
  if (kinds && !kinds.includes(kind)) return false;
  let shape = nodeShapes.get(kind);
  if (!shape) {
    shape = shapeOf({ at: 'at', ...NODE_SHAPES[kind] });
    nodeShapes.set(kind, shape);
  }
  return hasFields(value, shape);
}

function shapeOf(fields: Readonly<Record<string, string>>): Shape {
  return Object.entries(fields).map(([name, field]) => [name, testFor(field)]);
}

function hasFields(value: Record<string, unknown>, shape: Shape): boolean {
  for (const [name, test] of shape) {
    if (!test(Object.hasOwn(value, name) ? value[name] : undefined)) return false;
  }
  return true;
}

function testFor(field: string): Test {
  const known = tests.get(field);
  if (known) return known;
  const test = makeTest(field);
  tests.set(field, test);
  return test;
}

function makeTest(field: string): Test {
  if (field.startsWith('~')) {
    const inner = testFor(field.slice(1));
    return (value) => value === undefined || inner(value);
  }
  if (field.endsWith('?')) {
    const inner = testFor(field.slice(0, -1));
    return (value) => value === null || inner(value);
  }
  if (field.endsWith('[]')) {
    const inner = testFor(field.slice(0, -2));
    // A hole in a list counts as what is not there.
    return (value) => Array.isArray(value) && Array.from(value).every((one) => inner(one));
  }
  switch (field) {
    case 'text':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'truth':
      return (value) => typeof value === 'boolean';
    case 'amountUnit':
      return choiceTest({ events: {}, days: {}, deaths: {}, measure: { measure: 'text' } });
    case 'actClass':
      return choiceTest({ class: { name: 'text' }, code: { code: 'text' } });
    default: {
      const part = Object.hasOwn(PART_SHAPES, field) ? PART_SHAPES[field] : undefined;
      const shape = part && shapeOf(part);
      if (shape) return (value) => isObject(value) && hasFields(value, shape);
      const kinds = field.split('|');
      return (value) => isNode(value, kinds);
    }
  }
}

function choiceTest(choices: Readonly<Record<string, Readonly<Record<string, string>>>>): Test {
  const shapes = new Map(Object.entries(choices).map(([of, fields]) => [of, shapeOf(fields)]));
  return (value) => {
    const shape = isObject(value) && typeof value['of'] === 'string' ? shapes.get(value['of']) : undefined;
    return shape !== undefined && hasFields(value as Record<string, unknown>, shape);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
