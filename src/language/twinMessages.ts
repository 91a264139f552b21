/** The wording of messages about JSON twins. */
import type { z } from 'zod';
import type { Message } from './semanticMessages.ts';
import { error } from './semanticMessages.ts';
import { listed, shown } from './syntaxMessages.ts';

type Issue = z.core.$ZodIssue;

export function notJson(): Message {
  return error('twin-not-json', 'This is no JSON text.', 'A twin is made by `tacit show --stage document`.');
}

export function otherFormat(found: unknown): Message {
  const told = typeof found === 'string' ? `; it says ${shown(found)}` : '';
  return error(
    'twin-format',
    `A twin says "format": "tacit-theatre/1"${told}.`,
    'Other versions need another program.',
  );
}

/** What is wrong with one place of a twin; the place is written as `items[3].form.window`. */
export function twinIssue(issue: Issue): Message {
  const place = placeOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return error(
        'twin-unknown-key',
        `${place} holds ${listed(issue.keys.map(shown), 'and')}, which Tacit does not know.`,
      );
    case 'invalid_type':
      return issue.input === undefined
        ? error('twin-missing', `${place} is missing.`, `It must be ${typeName(issue.expected)}.`)
        : error('twin-type', `${place} must be ${typeName(issue.expected)}.`);
    case 'invalid_value':
      return error(
        'twin-value',
        `${place} must be ${listed(issue.values.map((value) => shown(String(value))))}.`,
      );
    case 'invalid_union':
      return error('twin-value', `${place} is of a kind Tacit does not know.`);
    case 'too_small':
    case 'too_big':
      return error(
        'twin-value',
        `${place} is too ${issue.code === 'too_small' ? 'small or short' : 'large or long'}.`,
      );
    case 'invalid_format':
      return error('twin-value', `${place} cannot be written in a Tacit file.`, FORMAT_HINT);
    default:
      return error('twin-value', `${place} is not as a twin has it.`);
  }
}

const FORMAT_HINT =
  'Names begin with a capital and have no blanks, acts with a small letter; dates are `2024-02-04`; texts have one line.';

export function notWritable(detail: string): Message {
  return error('twin-not-writable', 'This twin cannot be written as a Tacit file.', detail);
}

export function partsDisagree(place: readonly (string | number)[]): Message {
  return error(
    'twin-not-writable',
    `${placeOf(place)} would be lost or changed when the twin is written as a Tacit file.`,
  );
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The twin';
  const steps = path
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`))
    .join('');
  return shown(steps.replace(/^\./, ''));
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}
