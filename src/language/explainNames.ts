import { actNamed } from './actWords.ts';
import { didYouMean } from './didYouMean.ts';
import type { PlacedMessage } from './explainStrays.ts';
import type { Declarations } from './scanDeclarations.ts';
import * as messages from './syntaxMessages.ts';
import { keywords } from './tacitParser.ts';
import type { Token } from './token.ts';
import { around, here } from './trouble.ts';
import type { Trouble } from './trouble.ts';

/** Two names in a row, and names in small letters. */
export function explainNames(trouble: Trouble): PlacedMessage | null {
  return namesInARow(trouble) ?? smallName(trouble);
}

function namesInARow({ text, tokens, index, declarations }: Trouble): PlacedMessage | null {
  let [first, last] = [index, index];
  while (isName(tokens[first - 1]) && sameLine(text, tokens[first - 1], tokens[first])) first -= 1;
  while (isName(tokens[last + 1]) && sameLine(text, tokens[last], tokens[last + 1])) last += 1;
  const [from, to] = [tokens[first], tokens[last]];
  if (!isName(tokens[index]) || !from || !to || first === index) return null;
  const names = tokens.slice(first, last + 1).map(({ image }) => image);
  return {
    start: from.startOffset,
    end: to.startOffset + to.image.length,
    message: messages.namesInARow(names, rowHint(names, tokens[first - 1], declarations)),
  };
}

/** What was probably meant: an alias, a word of the language or an act in capitals, a new name, a missing `in`. */
function rowHint(
  names: readonly string[],
  before: Token | undefined,
  declarations: Declarations,
): string | null {
  const together = names.join(' ').toLowerCase();
  const owner = declarations.names.find(({ also }) => also.some((text) => text.toLowerCase() === together));
  if (owner) {
    const alias = owner.also.find((text) => text.toLowerCase() === together) ?? '';
    return `${owner.name} is also called "${alias}": write \`${owner.name}\`.`;
  }
  for (const name of names) {
    const small = name.toLowerCase();
    if (small === name || declarations.names.some((declared) => declared.name === name)) continue;
    if (keywords().has(small)) return `Words of the language are written small: \`${small}\`.`;
    if (actNamed(small, declarations.acts) !== null) return `Acts are written small: \`${small}\`.`;
  }
  const joined = names.join('');
  if (before && ['actor', 'alliance', 'place', 'area', 'route', 'source', 'period'].includes(before.image)) {
    return `Write \`${before.image} ${joined} "${names.join(' ')}"\`.`;
  }
  const second = names[1] ?? '';
  const isPlace = declarations.names.some(
    ({ kind, name }) => name === second && /^(place|area|route)$/.test(kind),
  );
  if (isPlace) return `Is \`in\` missing? \`${names[0] ?? ''} in ${second}\``;
  return `Write \`${joined}\` and declare it, with "${names.join(' ')}" as its full name.`;
}

function smallName(trouble: Trouble): PlacedMessage | null {
  const { expected, index, declarations } = trouble;
  const { token, previous } = around(trouble);
  const direct = token?.tokenType.name === 'WORD' && expected.includes('NAME') && !expected.includes('WORD');
  const asMeasure = beginsAmount(trouble, index - 1) && expected.includes('from') && expected.length === 1;
  const small = direct ? token : previous;
  if (!small || (!direct && !asMeasure)) return null;
  const same = declarations.names.find(({ name }) => name.toLowerCase() === small.image.toLowerCase());
  const near = small.image.length < 4 ? null : didYouMean(small.image, declarations.names);
  return here(small, messages.nameSmall(small.image, same?.name ?? near?.name ?? null));
}

/** Whether a word in small letters stands where an actor or a measure would: behind no actor, so that it is no act. */
function beginsAmount({ text, tokens }: Trouble, index: number): boolean {
  const before = tokens[index - 1];
  if (tokens[index]?.tokenType.name !== 'WORD' || before?.image === 'measure') return false;
  if (!sameLine(text, before, tokens[index])) return true;
  return !isName(before) && before?.image !== 'anyone' && before?.image !== 'actor';
}

function isName(token: Token | undefined): boolean {
  return token?.tokenType.name === 'NAME';
}

function sameLine(text: string, first: Token | undefined, second: Token | undefined): boolean {
  if (!first || !second) return false;
  return !/[\n\r]/.test(text.slice(first.startOffset + first.image.length, second.startOffset));
}
