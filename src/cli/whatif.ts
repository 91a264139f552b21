import packageFile from '../../package.json' with { type: 'json' };
import { countPlan, type Examination } from '../evidence/index.ts';
import { answerWhatIf, type WhatIfOptions } from '../forecast/index.ts';
import { didYouMean, type WhatIf } from '../language/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';
import type { ShownWhatIf } from '../report/index.ts';
import {
  defaultThreads,
  examineInThreads,
  planRecords,
  type ExitCode,
  type Outcome,
  type Shell,
  type TheatreWithRecords,
} from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { gateWhatIf } from './gateWhatIf.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { simulateInThreads } from './simulateInThreads.ts';
import { withJudges } from './withJudges.ts';
import { writePage } from './writePage.ts';

interface WhatIfCommandOptions {
  readonly paths: number;
  readonly seed: number;
  readonly threads: number;
  readonly anyway?: boolean;
  readonly json?: boolean;
  readonly report?: string;
}

export const defineWhatIf: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .argument('[name]', 'only the what-if of this title')
    .option('--paths <n>', 'pairs of futures', readWholeNumber(100, 100_000), 2_000)
    .option('--anyway', 'answer also where the verdict on a rule is not “supported”, and mark it')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option('--threads <n>', 'threads; never changes the result', readWholeNumber(1, 256), defaultThreads())
    .option('--json', 'print the answers as JSON')
    .option('--report <out>', 'also write a page with pictures, one HTML file')
    .action(async (file: string, name: string | undefined, options: WhatIfCommandOptions) =>
      done(await runWhatIf(file, name, options, shell)),
    );
};

async function runWhatIf(
  file: string,
  name: string | undefined,
  options: WhatIfCommandOptions,
  shell: Shell,
): Promise<ExitCode> {
  const refuse = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const { report, json = false } = options;
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) return refuse(target.message);
  return withJudges(file, { json, threads: options.threads }, shell, async (found, judges) => {
    const wanted = chooseWhatIfs(found.theatre.whatIfs, name, file);
    if (!wanted.ok) return refuse(wanted.message);
    const planning = await planRecords(found.theatre, found.records);
    if (!planning.ok) return refuse(planning.message);
    const plan = planning.value;
    const panel = await countPlan(plan, found.records.store, found.records.tables);
    // Every claim is judged, since the number of tests in the file is part of each verdict.
    const examination = await examineInThreads(found, { seed: options.seed, judges });
    const answers: ShownWhatIf[] = [];
    const drawn: NonNullable<WhatIfOptions['drawn']> = new Map();
    for (const whatIf of wanted.value)
      answers.push(await answerOne(whatIf, found, plan, panel, examination, options, drawn));
    const { renderWhatIfs, renderWhatIfPage } = await import('../report/index.ts');
    const shown = {
      anyway: options.anyway ?? false,
      tacit: packageFile.version,
      theatre: examination.theatre,
      records: examination.records,
      seed: options.seed,
      paths: options.paths,
      whatIfs: answers,
    };
    if (json) printJson(shown, shell);
    else shell.write(renderWhatIfs(shown, shell.width));
    return report === undefined ? 0 : writePage(renderWhatIfPage(shown), report, shell);
  });
}

async function answerOne(
  whatIf: WhatIf,
  { theatre }: TheatreWithRecords,
  plan: Plan,
  panel: CountPanel,
  examination: Examination,
  { seed, paths, threads, anyway = false }: WhatIfCommandOptions,
  drawn: NonNullable<WhatIfOptions['drawn']>,
): Promise<ShownWhatIf> {
  const answer = await answerWhatIf(theatre, plan, panel, whatIf, {
    seed,
    paths,
    drawn,
    simulate: (draws, known, run) => simulateInThreads(draws, known, run, threads),
  });
  return gateWhatIf(whatIf, answer, plan, examination, anyway);
}

function chooseWhatIfs(
  whatIfs: readonly WhatIf[],
  name: string | undefined,
  file: string,
): Outcome<readonly WhatIf[]> {
  if (whatIfs.length === 0)
    return {
      ok: false,
      message: `${file} asks no what-if. Add one, for example:\n  whatif "no answers" from 2024-05-15 for 180 days\n    without SomeClaim`,
    };
  if (name === undefined) return { ok: true, value: whatIfs };
  const chosen = whatIfs.filter(({ title }) => title === name);
  if (chosen.length > 0) return { ok: true, value: chosen };
  const meant = didYouMean(
    name,
    whatIfs.map(({ title }) => ({ name: title, also: [] })),
  );
  const titles = whatIfs.map(({ title }) => `  ${title}`).join('\n');
  return {
    ok: false,
    message: `No what-if is called “${name}”.${meant ? ` Did you mean “${meant.name}”?` : ''} There are:\n${titles}`,
  };
}
