import { setFlagsFromString } from 'node:v8';

/**
 * By the main version of V8 (Node 20 and 22): how much a function must have run before it is optimised, eight and four times
 * what the engine asks by itself. Later engines compile more cheaply in between, and gain nothing.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=540000',
  12: '--invocation-count-for-turbofan=12000',
};

/**
 * Asks the engine to optimise only what runs long, in all threads from now on: each thread compiles by itself what it runs, and
 * much of that would never earn back what optimising it costs before the program ends. An engine of another version is left as
 * it is.
 */
export function compileLater(): void {
  const setting = SETTINGS[process.versions.v8.split('.')[0]!];
  if (setting !== undefined) setFlagsFromString(setting);
}
