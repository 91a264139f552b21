const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL BODY'.split(
    ' ',
  ),
);
const NEVER = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT CANVAS BUTTON SELECT TEXTAREA INPUT HEAD LINK META'.split(
    ' ',
  ),
);
const AROUND = new Set('NAV FOOTER ASIDE FORM FIGURE'.split(' '));

/** A page nested deeper than this is no article; walking stops, so that no stack runs over. */
const DEEPEST = 400;

/** The blocks of text below an element, white space collapsed. With `bare` menus, footers and forms are left out. */
export function htmlBlocks(root: Element | null, bare: boolean): string[] {
  const blocks: string[] = [];
  let open = '';
  const close = () => {
    const text = open.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') blocks.push(text);
    open = '';
  };
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) {
      open += node.nodeValue ?? '';
      return;
    }
    if (node.nodeType !== 1 || depth > DEEPEST) return;
    const name = node.nodeName.toUpperCase();
    const element = node as Element;
    if (NEVER.has(name) || (bare && AROUND.has(name)) || isHidden(element)) return;
    if (name === 'BR') {
      // Two breaks in a row part paragraphs on old pages.
      if (/\n$/.test(open)) close();
      else open += ' \n';
      return;
    }
    const block = BLOCK.has(name);
    if (block) close();
    for (const child of Array.from(node.childNodes)) walk(child, depth + 1);
    if (block) close();
  };
  if (root) walk(root, 0);
  close();
  return blocks;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}
