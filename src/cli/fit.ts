import { dirname } from 'node:path';
import {
  arrangePanel,
  checkPanelPlan,
  evaluatePanel,
  fitPanel,
  listEigenvalues,
  readPanelPlan,
  readPanelTable,
  scorePanel,
  type PanelPlan,
} from '../model/index.ts';
import { readTextFile, resolveInside, type ExitCode, type Outcome, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printJson } from './printJson.ts';
import { listPanelFit, listPanelPoint } from './listPanelFit.ts';

interface FitCommandOptions {
  readonly plan: string;
  readonly at?: string;
  readonly scores?: boolean;
  readonly json?: boolean;
}

/** Ten million cells have about 200 MB. */
const LARGEST_TABLE = 256 * 1024 * 1024;

export const defineFit: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a table of counts (CSV)')
    .requiredOption('--plan <plan>', 'the model (JSON, see docs/model.md)')
    .option('--at <parameters>', 'evaluate at these parameters (JSON) and do not fit')
    .option('--scores', 'forecast one row ahead, refitting each time, and score the forecasts')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, options: FitCommandOptions) => done(await runFit(file, options, shell)));
};

async function runFit(file: string, options: FitCommandOptions, shell: Shell): Promise<ExitCode> {
  const refuse = (messages: readonly string[], code: ExitCode = 2): ExitCode => {
    shell.writeError(messages.map((message) => `${message}\n`).join(''));
    return code;
  };
  if (options.at !== undefined && options.scores)
    return refuse(['--at evaluates without fitting and --scores refits. Use one of them.']);
  const planText = await readTextFile(options.plan);
  if (!planText.ok) return refuse([planText.message]);
  const reading = readPanelPlan(planText.value.text);
  if (!reading.ok)
    return refuse(
      reading.messages.map((message) => `${options.plan}: ${message}`),
      1,
    );
  const { plan } = reading;
  const tableText = await readTextFile(file, LARGEST_TABLE);
  if (!tableText.ok) return refuse([tableText.message]);
  const table = readPanelTable(tableText.value.text);
  if (!table.ok) return refuse([`${file}: ${table.message}`]);
  const files = await readMatrices(plan, options.plan);
  if (!files.ok) return refuse([files.message]);
  const arranged = arrangePanel(plan, table.table, files.value);
  if (!arranged.ok) return refuse([arranged.message], 1);
  const { data } = arranged;
  const faults = checkPanelPlan(plan, data);
  if (faults.length > 0)
    return refuse(
      faults.map((message) => `${options.plan}: ${message}`),
      1,
    );
  const about = { table: arranged.table, units: data.units, span: arranged.span, family: plan.family };
  if (options.at !== undefined) {
    const stated = await readParameters(options.at);
    if (!stated.ok) return refuse([stated.message]);
    const point = evaluatePanel(plan, data, stated.value);
    if (point.kind === 'problem') return refuse([`${options.at}: ${point.message}`], 1);
    if (options.json) printJson(mask({ ...about, ...point }), shell);
    else shell.write(listPanelPoint(point));
    return 0;
  }
  const fit = fitPanel(plan, data);
  if (fit.kind === 'failed') {
    if (options.json) printJson({ ...about, ...fit }, shell);
    else shell.write(`No fit: ${fit.reason}. ${fit.detail}.\n${fit.advice}\n`);
    return 1;
  }
  const eigenvalues = listEigenvalues(plan, data, fit.parameters);
  const [least, most] = [Math.min, Math.max].map((pick) => eigenvalues.reduce((all, one) => pick(all, one)));
  const found = { ...fit, dominantEigenvalue: { least: least!, most: most! } };
  if (!options.scores) {
    if (options.json) printJson(mask({ ...about, ...found }), shell);
    else shell.write(listPanelFit(about, found, null));
    return 0;
  }
  if (!plan.scores)
    return refuse([`${options.plan}: --scores needs \`scores\` with the first row to forecast.`], 1);
  const scores = scorePanel(plan, data, fit);
  if (options.json) printJson(mask({ ...about, ...found, scores }), shell);
  else shell.write(listPanelFit(about, found, scores));
  return 'kind' in scores ? 1 : 0;
}

/** JSON has no NaN: means of cells that did not contribute, and scores of nothing, are null. */
function mask(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      ArrayBuffer.isView(inner) ? Array.from(inner as unknown as ArrayLike<number>) : inner,
    ),
  ) as unknown;
}

async function readMatrices(plan: PanelPlan, path: string): Promise<Outcome<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const matrix of Object.values(plan.matrices ?? {})) {
    if (!('file' in matrix)) continue;
    const inside = await resolveInside(dirname(path), matrix.file);
    if (!inside.ok) return inside;
    if (inside.value === null)
      return { ok: false, message: `There is no file ${matrix.file} beside the plan.` };
    const text = await readTextFile(inside.value, LARGEST_TABLE);
    if (!text.ok) return text;
    texts[matrix.file] = text.value.text;
  }
  return { ok: true, value: texts };
}

async function readParameters(path: string): Promise<Outcome<Record<string, number>>> {
  const text = await readTextFile(path);
  if (!text.ok) return text;
  const refuse = (message: string) => ({ ok: false, message: `${path}: ${message}` }) as const;
  let value: unknown;
  try {
    value = JSON.parse(text.value.text);
  } catch (error) {
    return refuse(`no JSON: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('expected an object of parameters, as {"own.1": -0.5}.');
  const bad = Object.entries(value).find(([, number]) => typeof number !== 'number');
  if (bad) return refuse(`the value of "${bad[0]}" is no number.`);
  return { ok: true, value: value as Record<string, number> };
}
