/** What a style sheet may have said about a mark, written onto the mark itself so that any program draws it alike. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
] as const;

/** A picture of the page as a file of its own: no style sheet, no script, its ground painted. */
export function printSvg(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => writeStyle(original, copies[index]));
  const { width, height } = picture.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.prepend(...borrowDefinitions(picture), ground(width, height));
  return new XMLSerializer().serializeToString(copy);
}

function writeStyle(original: SVGElement, copy: SVGElement | undefined): void {
  if (copy === undefined) return;
  const style = getComputedStyle(original);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    // A pattern is named by the attribute already, and a computed address would carry this page's.
    if (value !== '' && !value.startsWith('url(')) copy.setAttribute(property, value);
  }
  copy.removeAttribute('class');
}

/** Patterns are defined once for the page: the file needs its own. */
function borrowDefinitions(picture: SVGSVGElement): Element[] {
  if (picture.querySelector('[fill^="url(#"]') === null) return [];
  return [...document.querySelectorAll('svg.definitions > defs')].map((definitions) => {
    const copy = definitions.cloneNode(true) as Element;
    const marks = definitions.querySelectorAll<SVGElement>('*');
    copy.querySelectorAll<SVGElement>('*').forEach((mark, index) => {
      const original = marks[index];
      if (original) writeStyle(original, mark);
    });
    return copy;
  });
}

function ground(width: number, height: number): Element {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
  rect.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  return rect;
}
