import { copyFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PanelFit, PanelPlan, PanelPoint, PanelScoring } from '../../../src/model/index.ts';
import { makeFolder, runTacit } from '../../cli/runTacit.ts';

/** What `tacit fit --json` prints: arrays in place of typed ones. */
export type PrintedFit = Omit<PanelFit, 'mean'> & {
  readonly mean: (number | null)[][];
  readonly dominantEigenvalue: { readonly least: number; readonly most: number };
  readonly scores?: Omit<PanelScoring, 'pit'> & { readonly pit: number[] };
};
export type PrintedPoint = Omit<PanelPoint, 'information'> & { readonly information: number[][] };

let runs = 0;
let place: ((name: string) => string) | null = null;

/** The path of the command: a table, a plan as JSON, matrices beside it; what it prints as JSON. */
export async function fitByCommand<T = PrintedFit>(
  table: string,
  plan: PanelPlan,
  beside: readonly string[] = [],
  options: readonly string[] = [],
): Promise<T> {
  const path = planFile(plan, beside);
  const { out, error } = await runTacit('fit', table, '--plan', path, '--json', ...options);
  if (error !== '') throw new Error(error);
  return JSON.parse(out) as T;
}

/** Evaluates at stated parameters by the same path. */
export async function evaluateByCommand(
  table: string,
  plan: PanelPlan,
  beside: readonly string[],
  parameters: Readonly<Record<string, number>>,
): Promise<PrintedPoint> {
  const at = write(`at${runs++}.json`, JSON.stringify(parameters));
  return fitByCommand<PrintedPoint>(table, plan, beside, ['--at', at]);
}

/** Call once at the top of a test file: its folder is taken away after the file's tests. */
export function usePlanFolder(): void {
  place = makeFolder({ 'readme.txt': 'plans' });
}

/** A table of the folder of plans; its path. */
export function writeTable(text: string): string {
  return write(`table${runs++}.csv`, text);
}

function planFile(plan: PanelPlan, beside: readonly string[]): string {
  for (const file of beside) copyFileSync(file, inFolder(basename(file)));
  return write(`plan${runs++}.json`, JSON.stringify(plan));
}

function write(name: string, text: string): string {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
}

function inFolder(name: string): string {
  if (!place) throw new Error('call usePlanFolder first');
  return place(name);
}
