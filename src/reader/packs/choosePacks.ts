import type { Article, Pack } from '../article.ts';
import { lexiconOf } from '../names/lexiconOf.ts';
import { matchForms } from '../names/matchForms.ts';
import { tokeniseWords, type Word } from '../names/tokeniseWords.ts';

export interface PackChoice {
  readonly packs: readonly Pack[];
  /** For people: what was chosen and why. */
  readonly sentence: string;
}

/** A pack with fewer names of its own in the article is not chosen. */
const FEWEST_NAMES = 2;
/** A further pack is taken where it has this share of the best one's names. */
const SHARE_OF_BEST = 0.5;

/**
 * The packs for an article: those named, else those of which the article holds the most different names. `world` always
 * stands behind them. `all` are the packs that ship.
 */
export function choosePacks(
  article: Article,
  all: readonly Pack[],
  wanted: readonly string[] = [],
): PackChoice | { readonly unknown: string; readonly known: readonly string[] } {
  const theatres = all.filter(({ name }) => name !== 'world');
  const behind = all.filter(({ name }) => name === 'world');
  const unknown = wanted.find((name) => all.every((pack) => pack.name !== name));
  if (unknown !== undefined) return { unknown, known: all.map(({ name }) => name) };
  if (wanted.length > 0) {
    const packs = [...theatres.filter(({ name }) => wanted.includes(name)), ...behind];
    return { packs, sentence: `Names from the ${listOf(packs)}.` };
  }
  const sentences = article.sentences.map((span) => tokeniseWords(article.text, span));
  const counted = theatres
    .map((pack) => ({ pack, found: countOwn(sentences, pack, behind) }))
    .filter(({ found }) => found >= FEWEST_NAMES)
    .sort((a, b) => b.found - a.found);
  const best = counted[0]?.found ?? 0;
  const chosen = counted.filter(({ found }) => found >= best * SHARE_OF_BEST);
  const packs = [...chosen.map(({ pack }) => pack), ...behind];
  const sentence =
    chosen.length === 0
      ? `No pack of a theatre fits (fewer than ${FEWEST_NAMES} of its names are in the article): names from the pack world only.`
      : `Names from the ${listOf(packs)}, chosen because the article holds ${chosen.map(({ pack, found }) => `${found} names of ${pack.name}`).join(', ')}.`;
  return { packs, sentence };
}

function listOf(packs: readonly Pack[]): string {
  return `${packs.length === 1 ? 'pack' : 'packs'} ${packs.map(({ name }) => name).join(', ')}`;
}

const ownNames = new WeakMap<Pack, Pack>();

/** Names that the pack declares itself; what it adds to governments is no sign of its theatre. */
function countOwn(sentences: readonly (readonly Word[])[], pack: Pack, behind: readonly Pack[]): number {
  let own = ownNames.get(pack);
  if (!own) {
    const shared = new Set(behind.flatMap(({ names }) => names.map(({ id }) => id)));
    own = { ...pack, names: pack.names.filter(({ id }) => !shared.has(id)) };
    ownNames.set(pack, own);
  }
  const { root } = lexiconOf([own]);
  const found = sentences.flatMap((words) => matchForms([root], words)).flatMap(({ forms }) => forms);
  return new Set(found.filter(({ sense }) => sense !== 'short').map(({ entry }) => entry.id)).size;
}
