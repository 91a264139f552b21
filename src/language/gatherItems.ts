import type { CheckContext, RequestedFile } from './checkContext.ts';
import { didYouMean } from './didYouMean.ts';
import type { Diagnostic, Document, Item, ItemOfKind } from './document.ts';
import { incompleteItem, missingFile, unknownPack, useCycle, usedFileHasErrors } from './fileMessages.ts';
import { isComplete, spanOf } from './isComplete.ts';
import { lostNames, type LostName } from './lostNames.ts';
import { parse } from './parse.ts';
import { makeReports, type Reports } from './reports.ts';
import type { Message } from './semanticMessages.ts';
import { resolvePath } from './resolvePath.ts';

/** A declaration and the file it stands in (the context's own file name for the checked text). */
export interface GatheredItem {
  readonly item: Item;
  readonly file: string | null;
}

export interface Gathered {
  /** Items of used files first, each file once, then those of the checked text. */
  readonly items: readonly GatheredItem[];
  readonly reports: Reports;
  /** What the parser said about used files. */
  readonly parsed: readonly Diagnostic[];
  /** Names that broken sentences declare: known, but not what they mean. */
  readonly lost: ReadonlyMap<string, LostName>;
  /** False when an item was left out because it is not complete. */
  readonly whole: boolean;
  /** Texts that are needed and not there yet. */
  readonly requested: readonly RequestedFile[];
}

interface Gathering {
  readonly context: CheckContext;
  readonly reports: Reports;
  readonly items: GatheredItem[];
  readonly parsed: Diagnostic[];
  readonly lost: Map<string, LostName>;
  readonly done: Set<string>;
  readonly requested: Map<string, RequestedFile>;
  whole: boolean;
}

/** Puts the items of a Document behind those of all files and packs it uses, and tells what cannot be used. */
export function gatherItems(document: Document, context: CheckContext): Gathered {
  const textOf = (file: string | null): string | null => {
    if (file === context.file) return context.text ?? null;
    return (file === null ? undefined : (context.files.get(file) ?? packText(context, file))) ?? null;
  };
  const gathering: Gathering = {
    context,
    reports: makeReports(textOf),
    items: [],
    parsed: [],
    lost: new Map(),
    done: new Set(),
    requested: new Map(),
    whole: true,
  };
  // The theatre's folder is that of the checked file, so its last part is its path there.
  const own = context.file?.split(/[\\/]/).at(-1);
  gatherFrom(gathering, document, context.file, context.text ?? null, own === undefined ? [] : [own]);
  const { items, reports, parsed, lost, whole, requested } = gathering;
  return { items, reports, parsed, lost, whole, requested: [...requested.values()] };
}

function gatherFrom(
  gathering: Gathering,
  document: Document,
  file: string | null,
  text: string | null,
  path: readonly string[],
): void {
  const written: readonly unknown[] = Array.isArray(document?.items) ? Array.from(document.items) : [];
  const items = written.filter(isComplete);
  for (const lost of written.filter((item) => !isComplete(item))) {
    gathering.whole = false;
    const start = { start: 0, end: 0, line: 1, column: 1 };
    gathering.reports.tell(incompleteItem(), file, spanOf(lost) ?? start);
  }
  for (const item of items) if (item.kind === 'use') gatherUsed(gathering, item, file, path);
  for (const item of items) {
    if (item.kind === 'use') continue;
    gathering.items.push({ item, file });
    if (item.kind === 'period') requestTables(gathering, item);
  }
  if (text !== null) for (const lost of lostNames(text, items)) gathering.lost.set(lost.name, lost);
}

function gatherUsed(
  gathering: Gathering,
  item: ItemOfKind<'use'>,
  file: string | null,
  path: readonly string[],
): void {
  const tell = gathering.reports.tell;
  const found = item.pack === null ? findFile(gathering, item, path) : findPack(gathering, item, path);
  if ('message' in found) {
    tell(found.message, file, item.at);
    return;
  }
  const { name, text } = found;
  if (gathering.done.has(name)) return;
  gathering.done.add(name);
  const { document, diagnostics } = parse(text, name);
  gathering.parsed.push(...diagnostics);
  if (diagnostics.some(({ severity }) => severity === 'error')) tell(usedFileHasErrors(name), file, item.at);
  gatherFrom(gathering, document, name, text, [...path, name]);
}

type Found = { readonly name: string; readonly text: string } | { readonly message: Message };

function findFile(
  { context, requested }: Gathering,
  { file }: ItemOfKind<'use'>,
  path: readonly string[],
): Found {
  const written = file ?? '';
  const resolved = resolvePath(written);
  if ('refused' in resolved) return { message: resolved.refused };
  if (path.includes(resolved.path)) return { message: inCircle(path, resolved.path) };
  const text = context.files.get(resolved.path);
  if (text !== undefined) return { name: resolved.path, text };
  requested.set(`use ${resolved.path}`, { kind: 'use', path: resolved.path });
  return { message: missingFile(written) };
}

function findPack(
  { context, requested }: Gathering,
  { pack }: ItemOfKind<'use'>,
  path: readonly string[],
): Found {
  const wanted = pack ?? '';
  if (path.includes(packFile(wanted))) return { message: inCircle(path, packFile(wanted)) };
  const text = context.packs?.get(wanted);
  if (text !== undefined) return { name: packFile(wanted), text };
  requested.set(`pack ${wanted}`, { kind: 'pack', path: wanted });
  const known = [...(context.packs?.keys() ?? [])].sort();
  const candidates = known.map((name) => ({ name, also: [] }));
  return { message: unknownPack(wanted, known, didYouMean(wanted, candidates)) };
}

function inCircle(path: readonly string[], name: string): Message {
  return useCycle([...path.slice(path.indexOf(name)), name]);
}

/** The name under which messages speak of a pack. */
function packFile(pack: string): string {
  return `pack ${pack}`;
}

function packText(context: CheckContext, file: string): string | undefined {
  return file.startsWith('pack ') ? context.packs?.get(file.slice('pack '.length)) : undefined;
}

function requestTables({ context, requested }: Gathering, item: ItemOfKind<'period'>): void {
  for (const span of item.spans) {
    if (span.kind !== 'spanTable') continue;
    const found = resolvePath(span.file);
    if ('refused' in found || context.files.has(found.path)) continue;
    requested.set(`table ${found.path}`, { kind: 'table', path: found.path });
  }
}
