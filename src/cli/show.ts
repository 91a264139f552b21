import { Option } from 'commander';
import { gatherEvidence } from '../evidence/index.ts';
import { explain, format, toTwin } from '../language/index.ts';
import {
  defaultThreads,
  hasErrors,
  loadTheatre,
  planRecords,
  type ExitCode,
  type LoadedTheatre,
  type Shell,
  type TheatreWithRecords,
} from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { examineFile } from './examineFile.ts';
import { listCounts } from './listCounts.ts';
import { listFits } from './listFits.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { printJson } from './printJson.ts';
import { withRecords } from './withRecords.ts';

type Stage = 'document' | 'theatre' | 'explained' | 'plan' | 'counts' | 'fit' | 'verdict';

const STAGES: readonly Stage[] = ['document', 'theatre', 'explained', 'plan', 'counts', 'fit', 'verdict'];

/** Imprecise dates are placed by chance; the same seed as the default of `examine`. */
const SEED = 1;

interface ShowOptions {
  readonly stage: Stage;
  readonly json?: boolean;
}

export const defineShow: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .addOption(new Option('--stage <stage>', 'which form').choices(STAGES).makeOptionMandatory())
    .option('--json', 'print JSON where the form has another shape for people')
    .action(async (file: string, options: ShowOptions) => done(await runShow(file, options, shell)));
};

async function runShow(file: string, { stage, json = false }: ShowOptions, shell: Shell): Promise<ExitCode> {
  switch (stage) {
    case 'document':
    case 'theatre':
    case 'explained':
      return showText(file, stage, json, shell);
    case 'plan':
    case 'counts':
    case 'fit':
      return withRecords(file, json, shell, (found) => showPlan(found, stage, json, shell));
    case 'verdict':
      return examineFile(
        file,
        { seed: SEED, json, threads: defaultThreads() },
        shell,
        async (examination): Promise<ExitCode> => {
          const { renderTable } = await import('../report/index.ts');
          if (json) printJson(examination.claims, shell);
          else shell.write(renderTable(examination, shell));
          return 0;
        },
      );
  }
}

/** The forms that need no record. They are shown as far as the text could be read; mistakes are told beside them. */
async function showText(
  file: string,
  stage: 'document' | 'theatre' | 'explained',
  json: boolean,
  shell: Shell,
): Promise<ExitCode> {
  const loading = await loadTheatre(file);
  if (!loading.ok) {
    shell.writeError(`${loading.message}\n`);
    return 2;
  }
  const loaded = loading.value;
  printDiagnostics(loaded, shell);
  if (stage === 'document') printJson(toTwin(loaded.document), shell);
  else if (loaded.theatre !== null) {
    if (stage === 'theatre') printJson(loaded.theatre, shell);
    else showExplained(loaded, loaded.theatre, json, shell);
  }
  return hasErrors(loaded) ? 1 : 0;
}

function showExplained(
  { document, used, packs }: LoadedTheatre,
  theatre: NonNullable<LoadedTheatre['theatre']>,
  json: boolean,
  shell: Shell,
): void {
  const explained = explain(document, theatre, { files: used, packs });
  if (json) printJson(toTwin(explained), shell);
  else shell.write(format(explained));
}

async function showPlan(
  { theatre, records }: TheatreWithRecords,
  stage: 'plan' | 'counts' | 'fit',
  json: boolean,
  shell: Shell,
): Promise<ExitCode> {
  const planning = await planRecords(theatre, records);
  if (!planning.ok) {
    shell.writeError(`${planning.message}\n`);
    return 2;
  }
  const plan = planning.value;
  if (stage === 'plan') {
    printJson(plan, shell);
    return 0;
  }
  const { panel } = await gatherEvidence(plan, records.store, records.tables, SEED);
  if (stage === 'fit') printJson(listFits(plan, panel), shell);
  else if (json) printJson(listCounts(plan, panel), shell);
  else shell.write(describeCounts(listCounts(plan, panel)));
  return 0;
}

function describeCounts({
  first,
  steps,
  stepDays,
  recordedSteps,
  streams,
}: ReturnType<typeof listCounts>): string {
  const step = stepDays === 7 ? 'weeks' : 'days';
  const lines = streams.map(({ text, total, days }) => {
    const when = days.length === 0 ? '' : `, ${days[0]?.day} to ${days.at(-1)?.day}`;
    return `${String(total).padStart(6)}  ${text} (on ${days.length} ${step}${when})`;
  });
  return [`${steps} ${step} from ${first}, ${recordedSteps} of them recorded`, ...lines, ''].join('\n');
}
