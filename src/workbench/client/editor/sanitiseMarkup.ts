/** What the language server's notes may consist of; everything else is shown as the text it contains. */
const ALLOWED = new Set(['P', 'BR', 'CODE', 'PRE', 'EM', 'STRONG', 'UL', 'OL', 'LI', 'HR', 'BLOCKQUOTE']);
/** What is left out with all it contains. */
const FORBIDDEN = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'NOSCRIPT',
  'SVG',
  'MATH',
]);

/** Markup with the allowed elements alone and without any attribute: names and notes of a file stay text. */
export function sanitiseMarkup(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const clean = document.createElement('div');
  for (const node of body.childNodes) copyNode(node, clean);
  return clean.innerHTML;
}

function copyNode(node: Node, into: Element): void {
  if (node.nodeType === Node.TEXT_NODE) {
    into.append(node.textContent ?? '');
    return;
  }
  if (!(node instanceof Element) || FORBIDDEN.has(node.tagName.toUpperCase())) return;
  let target = into;
  if (ALLOWED.has(node.tagName)) {
    target = document.createElement(node.tagName);
    into.append(target);
  }
  for (const child of node.childNodes) copyNode(child, target);
}
