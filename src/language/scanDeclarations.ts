import { unquoted } from './texts.ts';
import type { Token } from './token.ts';

/** A declared name with everything it is also called. */
export interface DeclaredName {
  readonly kind: string;
  readonly name: string;
  readonly also: readonly string[];
}

/** What a file declares, read off its tokens alone, so that broken items count too. */
export interface Declarations {
  readonly names: readonly DeclaredName[];
  readonly acts: ReadonlySet<string>;
}

const NAMING = new Set(['actor', 'alliance', 'place', 'area', 'route', 'source', 'period', 'claim']);
const SHAPELESS = new Set(['the', 'same']);

export function scanDeclarations(tokens: readonly Token[]): Declarations {
  const names: DeclaredName[] = [];
  const acts = new Set<string>();
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (!next || SHAPELESS.has(tokens[index - 1]?.image ?? '')) return;
    if (token.image === 'act') acts.add(next.image.replaceAll('`', ''));
    if (NAMING.has(token.image) && next.tokenType.name === 'NAME') {
      names.push({
        kind: token.image,
        name: next.image.normalize('NFC'),
        also: token.image === 'claim' ? [] : textsAfter(tokens, index + 2),
      });
    }
  });
  return { names, acts };
}

/** The display name and the names after `also`. */
function textsAfter(tokens: readonly Token[], from: number): string[] {
  const texts: string[] = [];
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.tokenType.name === 'TEXT') texts.push(unquoted(token.image));
    else if (token?.image !== 'also' && token?.image !== ',') break;
  }
  return texts;
}
