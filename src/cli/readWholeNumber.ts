import { InvalidArgumentError } from 'commander';

/** Reads a whole number of an option; commander turns the thrown error into its message and exit code 2. */
export function readWholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}
