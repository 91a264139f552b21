import { splitByScript } from './splitByScript.ts';

/** A tag, whose attributes may hold `>`, or the text up to the next. */
const PIECES = /<(\/?)([a-z][\w-]*)(?:[^">]|"[^"]*")*>|[^<]+|</gi;
/** What they hold is no text of the page, or may hold no elements. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['style', 'title', 'script']);

/**
 * The same page with every name in a script from right to left held apart from the words around it: by `<bdi>`, and by
 * its like in the labels of pictures. All pages are written through here, so that no sentence is forgotten.
 */
export function isolateNames(html: string): string {
  if (splitByScript(html).length === 1) return html;
  let pictures = 0;
  let alone = 0;
  return html.replace(PIECES, (piece: string, closes: string | undefined, name: string | undefined) => {
    if (name !== undefined) {
      const step = closes === '/' ? -1 : Number(!piece.endsWith('/>'));
      if (name === 'svg') pictures += step;
      else if (LEFT_ALONE.has(name)) alone += step;
      return piece;
    }
    if (alone > 0) return piece;
    const [before, behind] =
      pictures > 0 ? ['<tspan unicode-bidi="isolate">', '</tspan>'] : ['<bdi>', '</bdi>'];
    return splitByScript(piece)
      .map(({ text, isRightToLeft }) => (isRightToLeft ? before + text + behind : text))
      .join('');
  });
}
