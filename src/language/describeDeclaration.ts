import type { Declaration, FilesInView } from './declarationsIn.ts';
import type { Item } from './document.ts';
import { findOccurrences } from './findOccurrences.ts';
import { printItem } from './printItem.ts';

const MOST_LISTED = 12;

/**
 * What a name stands for, as Markdown: its declaration as it is written, its other names, members and source; with
 * `files` also how often it is used in them.
 */
export function describeDeclaration(declaration: Declaration, files: FilesInView | null): string {
  const { name, kind, item, also, file } = declaration;
  const what = kind === 'truce claim' ? 'claim, a truce' : kind;
  const paragraphs = [
    `**${plain(name)}**: ${what}${also[0] === undefined ? '' : `, “${plain(also[0])}”`}`,
    item ? block(item) : 'Its declaration has a mistake.',
    item ? describeItem(item) : null,
    also.length > 1 ? `Also called ${listed(also.slice(1).map((alias) => `“${plain(alias)}”`))}.` : null,
    files && usesIn(declaration, files),
    files && files.size > 1 ? `Declared in ${plain(file)}.` : null,
  ];
  return paragraphs.filter((paragraph) => paragraph !== null && paragraph !== '').join('\n\n');
}

/** A block that no text inside can leave: its fence is longer than any in it. */
function block(item: Item): string {
  const text = printItem(item)
    .map((line) => `${line.indented ? '  ' : ''}${line.text}`)
    .join('\n');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}tacit\n${text}\n${fence}`;
}

function describeItem(item: Item): string | null {
  switch (item.kind) {
    case 'actor':
    case 'place':
      return 'A record may call it by its name, its display name or any alias.';
    case 'alliance':
      return `Members: ${listed(item.members.map(({ actor }) => actor))}. Acts among them are no acts on it.`;
    case 'area':
      return `Holds ${listed(item.members)}.`;
    case 'route':
      return `Leads through ${listed(item.through)}.`;
    case 'source':
      return item.published === null
        ? 'The day of publication is not said: its claims are judged on the whole record.'
        : `Its claims are judged up to ${item.published}; what came after is shown apart.`;
    case 'claim':
      return `Said by ${item.source}${item.passage === null ? '' : `, ${plain(item.passage)}`}.`;
    default:
      return null;
  }
}

function usesIn({ kind, name }: Declaration, files: FilesInView): string {
  const of = kind === 'act' || kind === 'measure' ? kind : 'name';
  const uses = findOccurrences(files, { of, name }).filter(({ declares }) => !declares).length;
  if (uses === 0) return 'Not used yet.';
  return uses === 1 ? 'Used once.' : `Used ${String(uses)} times.`;
}

function listed(words: readonly string[]): string {
  const more = words.length - MOST_LISTED;
  const shown = words.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${shown} and ${String(more)} more` : shown;
}

/** Text of a file inside Markdown: nothing in it may become a link, markup or a second paragraph. */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD')
    .replace(/[\\`*_{}[\]()#+.!|<>&~:"-]/g, (mark) =>
      /[<>&]/.test(mark) ? (ENTITIES[mark] ?? '') : `\\${mark}`,
    );
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
