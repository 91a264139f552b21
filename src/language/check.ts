import { checkAliases } from './resolveAliases.ts';
import type { CheckContext, Checked } from './checkContext.ts';
import { versionMissing, versionUnknown } from './claimMessages.ts';
import type { Document, Item } from './document.ts';
import { checkCircles } from './expandGroups.ts';
import { gatherItems, type Gathered } from './gatherItems.ts';
import { lintTheatre } from './lintTheatre.ts';
import { resolveActs } from './resolveActs.ts';
import { resolveNames } from './resolveNames.ts';
import { resolveTheatre } from './resolveTheatre.ts';
import type { Scope } from './scope.ts';
import { noRecord } from './declarationMessages.ts';

import { coveredDays, coveredYears } from './coveredYears.ts';

const KNOWN_VERSION = 1;

/**
 * Resolves every name, date and period of a Document and tells what is wrong with it, in sentences for people.
 * Never throws: what is not complete is left out. Reads nothing itself; the texts of used files and tables come with
 * the context (see `requestedFiles`).
 */
export function check(document: Document, context: CheckContext): Checked {
  const gathered = gatherItems(document, context);
  const { items, reports } = gathered;
  checkVersion(document, context, gathered);
  const names = resolveNames(items, reports);
  checkAliases(items, reports);
  checkCircles(items, names, reports);
  const covers = coveredDays(items);
  const acts = resolveActs(items, reports);
  const everywhere = {
    names,
    lost: new Set(gathered.lost.keys()),
    miss: (name: string) => {
      // What is wrong with a broken sentence is told where it stands, and nothing is examined before it is mended.
      if (gathered.lost.get(name)?.open ?? true) reports.miss(name);
    },
    leftOut: new Set<string>(),
    acts,
    measures: measuresOf(items.map(({ item }) => item)),
    years: coveredYears(covers),
  };
  const scopeOf = (file: string | null): Scope => ({
    ...everywhere,
    file,
    texts: context.files,
    tell: (message, at, word) => reports.tell(message, file, at, word),
    tellIn: (other, message, at) => reports.tell(message, other, at),
  });
  const resolved = resolveTheatre(document?.title ?? '', items, names, covers, scopeOf, reports);
  const theatre = gathered.whole && !lostMoreThanClaims(gathered) ? resolved : null;
  if (context.pedantic && theatre) lintTheatre(theatre, items, reports);
  return { theatre, diagnostics: [...gathered.parsed, ...reports.list()] };
}

/**
 * A broken claim is missing, nothing more, and so is a source or period that waits for a person: claims that name it
 * are left out. Any other broken sentence may change what all claims mean.
 */
function lostMoreThanClaims({ lost }: Gathered): boolean {
  return [...lost.values()].some(
    ({ kind, open }) => kind !== 'claim' && !(open && (kind === 'source' || kind === 'period')),
  );
}

function checkVersion(document: Document, context: CheckContext, { reports, items }: Gathered): void {
  const start = { start: 0, end: 0, line: 1, column: 1 };
  if (typeof document?.version !== 'number') reports.tell(versionMissing(), context.file, start);
  else if (document.version !== KNOWN_VERSION) {
    reports.tell(versionUnknown(document.version), context.file, start);
  }
  if (!items.some(({ item }) => item.kind === 'record')) reports.tell(noRecord(), context.file, start);
}

function measuresOf(items: readonly Item[]): ReadonlySet<string> {
  const parts = items.flatMap((item) => (item.kind === 'record' ? item.parts : []));
  return new Set(parts.flatMap((part) => (part.kind === 'measure' ? [part.name] : [])));
}
