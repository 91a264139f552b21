import type { Span } from '../article.ts';

/** Where a new assertion begins inside a sentence; what stands before the mark belongs to the earlier part. */
const JOINTS =
  /;\s+|\s[–—-]\s+(?=which|who|but|and|with|an?\b)|,\s+(?=which\b|while\b|although\b|whereas\b|but\b|coinciding\b|aiming\b|partly\b|primarily\b|because\b|especially\b|specifically\b|gradually\b|prompting\b|leading\b|forcing\b|allowing\b|resulting\b|in response\b|as well as\b|so\b|yet\b|thus\b|with the aim\b|with plans\b|following\b)|\s+(?=by supporting\b|in order to\b|through raids\b|because\b|but it will\b|but also it\b)|\s+(?=and (?:effectively|established|conducted|has|have|had|is|are|was|were|will|would|imposed|forced|achieved|they|it|(?:the |its )?[\w-]+ (?:is|are|was|were|has|have|had|will|would|could|cannot|may|might))\b)|,\s+(?=and (?:attacks|strikes|raids|shelling|clashes|violence|fighting|bombings|ambushes)\b)|,\s+(?=conducted|established|launched|carried)/gi;
/** "With an uptick in …, a tentative peace emerged": the first half asserts something of its own. */
const OPENING = /^(?:With|Although|While|Even as|Even though|Whereas|Despite)\b[^,]{25,},\s+/;
const SHORTEST = 18;

/** The parts of a sentence that may each assert something; together they are the sentence. */
export function splitParts(text: string, { start, end }: Span): readonly Span[] {
  const written = text.slice(start, end);
  const cuts = [...written.matchAll(JOINTS)]
    .filter(({ index }) => !joinsTwoSides(written.slice(0, index), written.slice(index)))
    .map((match) => match.index + match[0].length);
  const opening = OPENING.exec(written)?.[0].length;
  if (opening !== undefined) cuts.push(opening);
  cuts.sort((a, b) => a - b);
  const parts: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, written.length]) {
    if (cut - from < SHORTEST && cut !== written.length) continue;
    const piece = written.slice(from, cut);
    const begin = from + (piece.length - piece.trimStart().length);
    const finish = from + piece.replace(/[\s,;–—-]+$/, '').length;
    const last = parts.at(-1);
    if (finish - begin < SHORTEST && last)
      parts[parts.length - 1] = { start: last.start, end: start + Math.max(finish, begin) };
    else if (finish > begin) parts.push({ start: start + begin, end: start + finish });
    from = cut;
  }
  return parts;
}

/** "between A | and the militias": the two sides belong together. */
function joinsTwoSides(before: string, after: string): boolean {
  if (!/^\s+and\b/i.test(after)) return false;
  const opened = /\b(?:between|both)\b(?!.*\b(?:between|both)\b)(?<side>.*)$/is.exec(before)?.groups?.[
    'side'
  ];
  return opened !== undefined && !/[,;]|\band\b/i.test(opened);
}
