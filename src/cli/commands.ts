import type { DefineCommand } from './defineCommand.ts';

export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<DefineCommand>;
}

/** Every command. Only the one that was asked for is loaded, so that `tacit check` starts at once. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  check: {
    summary: 'look for mistakes in a theatre',
    load: async () => (await import('./check.ts')).defineCheck,
  },
  format: {
    summary: 'print a theatre in its one standard form',
    load: async () => (await import('./format.ts')).defineFormat,
  },
  show: {
    summary: 'print an intermediate form of a theatre',
    load: async () => (await import('./show.ts')).defineShow,
  },
  draft: {
    summary: 'draft a theatre from articles: every claim hangs on a quotation',
    load: async () => (await import('./draft.ts')).defineDraft,
  },
  fetch: {
    summary: 'fetch a record from UCDP, GDELT or ACLED',
    load: async () => (await import('./fetch.ts')).defineFetch,
  },
  import: {
    summary: 'read event files into a store, right or set aside',
    load: async () => (await import('./import.ts')).defineImport,
  },
  record: {
    summary: 'show what lies in a record: months, gaps, duplicates, rows set aside',
    load: async () => (await import('./record.ts')).defineRecord,
  },
  acts: {
    summary: 'list the acts, the codes of each format, and what no act takes',
    load: async () => (await import('./acts.ts')).defineActs,
  },
  match: {
    summary: 'show which events of the record each pattern takes',
    load: async () => (await import('./match.ts')).defineMatch,
  },
  examine: {
    summary: 'judge every claim of a theatre against its record',
    load: async () => (await import('./examine.ts')).defineExamine,
  },
  changes: {
    summary: 'list when the rate of each pattern changed, with intervals for the dates',
    load: async () => (await import('./changes.ts')).defineChanges,
  },
  discover: {
    summary: 'search for rules nobody claimed, and ask the rest of the record again',
    load: async () => (await import('./discover.ts')).defineDiscover,
  },
  episodes: {
    summary: 'split exchanges by calm: who starts, who answers, rounds, who ends',
    load: async () => (await import('./episodes.ts')).defineEpisodes,
  },
  ledger: {
    summary: 'show what became of the forecasts of each source',
    load: async () => (await import('./ledger.ts')).defineLedger,
  },
  report: {
    summary: 'examine and write the report, one HTML file',
    load: async () => (await import('./report.ts')).defineReport,
  },
  serve: {
    summary: 'open the workbench: write, examine and look at a theatre in the browser',
    load: async () => (await import('./serve.ts')).defineServe,
  },
  'language-server': {
    summary: 'answer an editor: completion, messages, renaming (docs/editors.md)',
    load: async () => (await import('./languageServer.ts')).defineLanguageServer,
  },
  calibrate: {
    summary: 'judge made records whose truth is known, and count the mistakes',
    load: async () => (await import('./calibrate.ts')).defineCalibrate,
  },
  forecast: {
    summary: 'run a theatre forward: possible futures, beside simple rules of thumb',
    load: async () => (await import('./forecast.ts')).defineForecast,
  },
  backtest: {
    summary: 'score forecasts from past days, against simple rules of thumb',
    load: async () => (await import('./backtest.ts')).defineBacktest,
  },
  whatif: {
    summary: 'answer the what-ifs of a theatre',
    load: async () => (await import('./whatif.ts')).defineWhatIf,
  },
  fit: {
    summary: 'fit a model of many counted units to a table of counts',
    load: async () => (await import('./fit.ts')).defineFit,
  },
};
