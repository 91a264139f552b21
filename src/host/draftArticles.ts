import { readWrittenDate, type Day } from '../calendar/index.ts';
import type { Article, Draft, ModelAnswer, ModelReport, Pack, Reading, WithModel } from '../reader/index.ts';

export interface ArticleFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface DraftArticlesOptions {
  /** `2024-05-14`, for all articles; null where the articles say themselves. */
  readonly published?: string | null;
  /** Packs of names; none: those the article speaks of. */
  readonly packs?: readonly string[];
  /** Text of the theatre the draft is added to. */
  readonly theatre?: string | null;
  /** Asks a model about an article; without it no text leaves the machine. */
  readonly ask?: (article: Article) => Promise<ModelAnswer>;
}

export type DraftOutcome =
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly message: string };

interface Read {
  readonly reading: Reading;
  readonly packs: readonly Pack[];
  readonly note: string;
  readonly model: WithModel | null;
}

/** Reads articles from the bytes of their files and drafts one theatre from them. A file that is no article is refused in one sentence. */
export async function draftArticles(
  files: readonly ArticleFile[],
  options: DraftArticlesOptions,
): Promise<DraftOutcome> {
  const published = dayOf(options.published ?? null);
  if (published === undefined)
    return {
      ok: false,
      message: `${String(options.published)} is no day. Write the day of publication as 2024-05-14.`,
    };
  const { importArticle, loadPacks } = await import('../articles/index.ts');
  const { addModelClaims, choosePacks, draftTheatre, findReading, packOfTheatre } =
    await import('../reader/index.ts');
  const all = await loadPacks();
  const read: Read[] = [];
  const { theatre = null } = options;
  const widened = new Map<string, readonly Pack[]>();
  // Articles of one theatre share one list of names, which is costly to make ready.
  const withTheatre = (packs: readonly Pack[]): readonly Pack[] => {
    if (theatre === null) return packs;
    const key = packs.map(({ name }) => name).join(' ');
    const own = widened.get(key) ?? [...packs, packOfTheatre(theatre, packs)];
    widened.set(key, own);
    return own;
  };
  for (const { bytes, fileName } of files) {
    const imported = await importArticle(bytes, fileName, { published });
    if (!imported.ok) return imported;
    const choice = choosePacks(imported.value, all, options.packs ?? []);
    if ('unknown' in choice)
      return {
        ok: false,
        message: `There is no pack ${choice.unknown}. Packs that ship: ${choice.known.join(', ')}.`,
      };
    const reading = findReading(imported.value, withTheatre(choice.packs));
    const model = options.ask ? addModelClaims(reading, await options.ask(imported.value)) : null;
    read.push({ reading: model?.reading ?? reading, packs: choice.packs, note: choice.sentence, model });
  }
  const draft = draftTheatre(
    read.map(({ reading }) => reading),
    {
      packs: [...new Set(read.flatMap(({ packs }) => packs))],
      theatre,
      notes: [...new Set(read.map(({ note }) => note))],
      model: joinReports(read.flatMap(({ model }) => (model ? [model.report] : []))),
      foundBy: (article, start, end) => read[article]?.model?.foundBy(start, end) ?? 'rules',
    },
  );
  return { ok: true, draft };
}

/** Undefined for what is no day; null where none was given. */
function dayOf(written: string | null): Day | null | undefined {
  if (written === null || written === '') return null;
  const date = readWrittenDate(written);
  return date?.precision === 'day' ? date.first : undefined;
}

function joinReports(reports: readonly ModelReport[]): ModelReport | null {
  const [first] = reports;
  if (!first) return null;
  const sum = (of: (report: ModelReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const dropped = new Map<string, number>();
  for (const report of reports) {
    for (const [reason, count] of Object.entries(report.dropped))
      dropped.set(reason, (dropped.get(reason) ?? 0) + count);
  }
  return {
    model: first.model,
    proposed: sum(({ proposed }) => proposed),
    kept: sum(({ kept }) => kept),
    dropped: Object.fromEntries(dropped),
    both: sum(({ both }) => both),
    rulesOnly: sum(({ rulesOnly }) => rulesOnly),
    modelOnly: sum(({ modelOnly }) => modelOnly),
    fault: reports.find(({ fault }) => fault !== null)?.fault ?? null,
  };
}
