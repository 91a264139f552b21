import type { PlacedMessage } from './explainStrays.ts';
import type { Declarations } from './scanDeclarations.ts';
import type { Message } from './semanticMessages.ts';
import type { Token } from './token.ts';

/** A place where the grammar could not go on. */
export interface Trouble {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly expected: readonly string[];
  readonly declarations: Declarations;
}

export function around({ tokens, index }: Trouble): {
  token: Token | undefined;
  previous: Token | undefined;
} {
  return { token: tokens[index], previous: tokens[index - 1] };
}

export function here(token: Token, message: Message): PlacedMessage {
  return { start: token.startOffset, end: token.startOffset + token.image.length, message };
}

/** Behind the last word before the trouble: where something must be added. */
export function behind(trouble: Trouble, message: Message): PlacedMessage {
  const { token, previous } = around(trouble);
  const end = previous ? previous.startOffset + previous.image.length : (token?.startOffset ?? 0);
  return { start: end, end, message };
}
