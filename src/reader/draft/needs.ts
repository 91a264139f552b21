import type { Declaration, Draft } from './draft.ts';

/** The declarations a piece of Tacit needs, and those they need themselves: members before what they are members of. */
export function needs(draft: Pick<Draft, 'declarations'>, tacit: string): readonly Declaration[] {
  const found = new Map<string, Declaration>();
  const visit = (text: string): void => {
    const words = new Set(
      text
        .replace(/"(?:[^"\n]|"")*"/g, ' ')
        .replace(/\/\/[^\n]*/g, ' ')
        .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [],
    );
    for (const declaration of draft.declarations) {
      if (!words.has(declaration.name) || found.has(declaration.name)) continue;
      found.set(declaration.name, declaration);
      visit(declaration.tacit);
    }
  };
  visit(tacit);
  const order: readonly Declaration['kind'][] = [
    'actor',
    'source',
    'alliance',
    'place',
    'area',
    'route',
    'period',
    'act',
  ];
  return [...found.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
