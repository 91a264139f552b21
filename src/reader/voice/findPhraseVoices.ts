import type { Span } from '../article.ts';
import type { FoundCue } from './foundCue.ts';

type Side = 'after' | 'before' | 'whole';

/** Fixed words that attribute; group `who` names the source. `side` says which part of the sentence they cover. */
const CUES: readonly { readonly words: RegExp; readonly side: Side }[] = [
  {
    words:
      /\b(?:according to|as per|in the words of|in the view of|in the eyes of|in the opinion of|on the word of)\s+(?<who>[^,;.:()“”"]{2,70}?)(?=,|;|\.|:|\(|$|\s(?:there|the\s\w+\s(?:is|are|was|has|have|had))\b)/giu,
    side: 'whole',
  },
  {
    words:
      /\b(?<who>(?:[\w.’'-]+\s){0,3}(?:sources?|officials?|analysts?|experts?|observers?|witnesses))\s+(?:told|tell|tells)\s+(?:[\p{L}'’.-]+\s?){1,4}/giu,
    side: 'after',
  },
  {
    words:
      /\b(?:is|are|was|were|has been|have been|had been)\s+(?:\w+ly\s+)?(?:seen|viewed|perceived|regarded|considered|described|portrayed|interpreted|depicted|framed)\s+(?:by\s+(?<who>(?:the\s)?[\p{L}\p{N}'’ -]{2,50}?)\s+)?as\b/giu,
    side: 'whole',
  },
  {
    words:
      /\b(?:is|are|was|were|has been|have been)\s+(?:\w+ly\s+)?(?:believed|said|reported|thought|alleged|rumou?red|understood|claimed|known|suspected)\s+to\b/giu,
    side: 'whole',
  },
  { words: /\b(?:attributed|ascribed)\s+to\b/giu, side: 'before' },
  {
    words: /\b(?:blamed on|claimed by)\s+(?<who>(?:the\s)?[\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)*)/giu,
    side: 'before',
  },
  {
    words:
      /\bit (?:is|was|has been) (?:widely |often |generally )?(?:believed|said|reported|thought|alleged|rumou?red|claimed|argued|understood|suggested|assumed|speculated|estimated|feared)\b(?: that)?/giu,
    side: 'after',
  },
  { words: /\b(?:reportedly|allegedly|purportedly|supposedly)\b/giu, side: 'whole' },
  {
    words:
      /\bby (?:stating|saying|claiming|asserting|arguing|announcing|declaring|insisting|maintaining) that\b/giu,
    side: 'after',
  },
  {
    words:
      /(?<=[,\s])(?:asserting|stating|claiming|saying|arguing|insisting|announcing|declaring|noting|adding|warning|alleging|stressing|suggesting|maintaining|boasting|conceding|admitting) that\b/giu,
    side: 'after',
  },
  {
    words:
      /\b(?<who>(?:[Tt]he |[Ss]ome |[Ss]everal |[Mm]any |[Vv]arious )?(?:[\p{Lu}][\p{L}.’'-]*\s){1,3})(?:claims?|allegations?|assertions?|reports?|statements?|accusations?|warnings?|predictions?|suggestions?|admissions?|insistence|testimony|belief|contention|argument|view) that\b/gu,
    side: 'after',
  },
  {
    words:
      /\b(?:rumou?rs|reports|speculation|allegations|claims|fears) (?:have |has )?(?:circulated|emerged|suggest|surfaced|say|claim)\b(?: that)?/giu,
    side: 'after',
  },
  {
    words:
      /\b(?:in a|in an|in its|in his|in her|in their) (?:[\p{L}'’-]+\s){0,3}(?:statement|report|interview|speech|letter|briefing|article|analysis|op-ed|press conference|testimony|communiqu[eé])\b/giu,
    side: 'whole',
  },
  {
    words:
      /\b(?:cited|quoted|reported|published|obtained|seen|leaked|revealed|told) by (?<who>(?:the\s)?[\p{Lu}][\p{L}.'’-]*(?:\s(?:of\s|the\s)?[\p{Lu}][\p{L}.'’-]*){0,4})/gu,
    side: 'whole',
  },
  { words: /\b(?:citing|quoting)\s+(?<who>[^,;.:()“”"]{2,60})(?=,|;|\.|$)/giu, side: 'before' },
  {
    words: /\bfor (?<who>(?:many|most|some)(?: (?:analysts|observers|experts|officials|[\p{L}]+s))?),/giu,
    side: 'after',
  },
  { words: /\bto (?<who>many|some|most),/giu, side: 'whole' },
  { words: /\b(?:I am|I'm|we are|we're|I was|we were|I have been|we have been) told\b/giu, side: 'whole' },
  {
    words:
      /\b(?:fashionable|common|commonplace|tempting|easy|fair|usual|customary|possible|popular|wrong|safe|reasonable) to (?:say|argue|claim|believe|think|suggest|assert|maintain)\b(?: that)?/giu,
    side: 'after',
  },
  {
    words:
      /\b(?:is|are|was|were|has been|have been|been)\s+(?:\w+ly\s+)?(?:blamed|accused|suspected|held responsible)\s+(?:by\s+(?<who>(?:the\s)?[\p{L}\p{N}'’ -]{2,40}?)\s+)?(?:for|of)\b/giu,
    side: 'whole',
  },
  {
    words:
      /\b(?<who>(?:unconfirmed |media |local |initial |early |press |some |several |other )*reports)\b(?:\s+(?:on|in|from|by)\s+(?:\w+\s?){1,3})?\s+(?:speak|spoke|tell|told) of\b/giu,
    side: 'after',
  },
  {
    words:
      /(?<=^|[,;:]\s)(?<who>(?:the\s)?(?:[\p{L}'’-]+\s){0,3}[\p{L}'’-]+)\s+(?:puts?|has put)\s+the\s+(?:number|toll|figure|total|count|losses|dead)\s+at\b/giu,
    side: 'after',
  },
  {
    words:
      /\b(?:received|obtained|gathered|collected|has|have|had)\s+(?:\w+\s)?(?:information|reports|allegations|testimony|testimonies|accounts)\s+that\b/giu,
    side: 'after',
  },
  { words: /\brumou?r has it(?: that)?\b/giu, side: 'after' },
  { words: /\bin (?:its|his|her|their) (?:own )?words\b/giu, side: 'whole' },
];

/** Cues that are fixed words rather than a verb with its subject. */
export function findPhraseVoices(text: string, sentence: Span): readonly FoundCue[] {
  const written = text.slice(sentence.start, sentence.end);
  return CUES.flatMap(({ words, side }) =>
    [...written.matchAll(words)].map((match) => {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const found = match.groups?.['who']?.trim() ?? '';
      // "The claim that …" names nobody.
      const who = /^(?:the|an?|this|that|any|no|some|such|these|those|many|several|various)$/i.test(found)
        ? ''
        : found;
      const at = who === '' ? -1 : text.indexOf(who, start);
      const source = at === -1 || at >= end ? null : { start: at, end: at + who.length };
      const scope = {
        start: side === 'after' ? end : sentence.start,
        end: side === 'before' ? start : sentence.end,
      };
      return { cue: { start, end }, source, scope, pronoun: /^(they|he|she|their|his|her)$/i.test(who) };
    }),
  );
}
