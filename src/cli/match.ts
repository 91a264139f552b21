import { matchRecord, type MatchReport } from '../model/index.ts';
import type { NameCount } from '../record/index.ts';
import { planRecords } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printJson } from './printJson.ts';
import { withRecords } from './withRecords.ts';

const NAMES_PRINTED = 20;

export const defineMatch: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--json', 'print the result as JSON')
    .action(async (file: string, { json = false }: { readonly json?: boolean }) => {
      const code = await withRecords(file, json, shell, async ({ theatre, records }) => {
        const plan = await planRecords(theatre, records);
        if (!plan.ok) {
          shell.writeError(`${plan.message}\n`);
          return 2;
        }
        const report = await matchRecord(theatre, plan.value, records.store, records.tables);
        if (json) printJson(report, shell);
        else shell.write(printMatch(report));
        return 0;
      });
      done(code);
    });
};

function printMatch(report: MatchReport): string {
  const width = Math.max(6, ...report.streams.map(({ events }) => String(events).length));
  const streams = report.streams.flatMap(({ text, events, claims, untestable }) => [
    `${String(events).padStart(width)}  ${text}`,
    ...(claims.length > 0 ? [`${' '.repeat(width)}  in ${claims.join(', ')}`] : []),
    ...(untestable === null ? [] : [`${' '.repeat(width)}  not counted: ${untestable}`]),
  ]);
  return [
    `${'events'.padStart(width)}  pattern`,
    ...streams,
    ...printNames('Actors of the record that the theatre does not declare', report.undeclaredActors, width),
    ...printNames('Places of the record that the theatre does not declare', report.undeclaredPlaces, width),
    ...printNames('Act codes of the record that stand for no act', report.unmappedActs, width),
    ...printNames('Acts of the record that no act of the theatre takes', report.unusedActs, width),
    '',
  ].join('\n');
}

function printNames(title: string, names: readonly NameCount[], width: number): string[] {
  if (names.length === 0) return [];
  const more = names.length - NAMES_PRINTED;
  return [
    '',
    `${title} (${names.length}):`,
    ...names.slice(0, NAMES_PRINTED).map(({ name, events }) => `${String(events).padStart(width)}  ${name}`),
    ...(more > 0 ? [`${' '.repeat(width)}  and ${more} more (--json lists all)`] : []),
  ];
}
