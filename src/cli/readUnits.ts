import { InvalidArgumentError } from 'commander';

export interface UnitOptions {
  readonly unit: readonly UnitName[];
  readonly unitColumn: string;
}

/** A pattern under the name that another team's file has for it. */
export interface UnitName {
  readonly id: string;
  readonly pattern: string;
}

/** Reads one `--unit 57=North attacks South` and adds it to those before. */
export function collectUnits(text: string, before: readonly UnitName[]): readonly UnitName[] {
  const at = text.indexOf('=');
  const [id, pattern] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || id === '' || pattern === '')
    throw new InvalidArgumentError('Expected a unit, = and a pattern, as in 57=North attacks South.');
  if (before.some((one) => one.id === id)) throw new InvalidArgumentError(`The unit ${id} is named twice.`);
  return [...before, { id, pattern }];
}
