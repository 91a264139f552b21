import { createElement, options, type ComponentChildren, type VNode } from 'preact';
import { splitByScript } from '../../../report/index.ts';

/** They may hold no elements, or hold what a person writes. */
const LEFT_ALONE: ReadonlySet<unknown> = new Set([
  'style',
  'title',
  'script',
  'option',
  'textarea',
  'bdi',
  'tspan',
]);

/**
 * Holds every name in a script from right to left apart from the words around it, in whichever sentence of the page it
 * stands: what the report does when it is written (`src/report/isolateNames.ts`), here as elements are made.
 */
export function isolateNames(): void {
  const before = options.vnode;
  options.vnode = (node) => {
    const { type } = node as VNode<{ children?: ComponentChildren }>;
    const props = node.props as { children?: ComponentChildren };
    if (typeof type === 'string' && !LEFT_ALONE.has(type) && holdsName(props.children))
      props.children = isolateIn(props.children, type === 'text');
    before?.(node);
  };
}

function holdsName(children: ComponentChildren): boolean {
  if (Array.isArray(children)) return children.some(holdsName);
  return typeof children === 'string' && splitByScript(children).some(({ isRightToLeft }) => isRightToLeft);
}

function isolateIn(children: ComponentChildren, isPicture: boolean): ComponentChildren {
  if (Array.isArray(children)) return children.map((child: ComponentChildren) => isolateIn(child, isPicture));
  if (typeof children !== 'string') return children;
  const apart = (name: string) =>
    isPicture
      ? createElement('tspan', { 'unicode-bidi': 'isolate' }, name)
      : createElement('bdi', null, name);
  return splitByScript(children).map(({ text, isRightToLeft }) => (isRightToLeft ? apart(text) : text));
}
