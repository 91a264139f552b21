import { actNamed } from './actWords.ts';
import { didYouMean } from './didYouMean.ts';
import { explainDates } from './explainDates.ts';
import { explainNames } from './explainNames.ts';
import { expectedWords } from './expectedWords.ts';
import type { PlacedMessage } from './explainStrays.ts';
import type { Declarations } from './scanDeclarations.ts';
import { ITEM_WORDS, beginsLine } from './splitItems.ts';
import * as messages from './syntaxMessages.ts';
import { keywords } from './tacitParser.ts';
import type { Token } from './token.ts';
import { around, behind, here } from './trouble.ts';
import type { Trouble } from './trouble.ts';

/** The kinds of mistake that have a message of their own; the first that recognises the trouble speaks. */
const RECOGNISERS: readonly ((trouble: Trouble) => PlacedMessage | null)[] = [
  explainDates,
  explainNames,
  explainComma,
  explainSource,
  explainThen,
  explainNo,
  explainOr,
  explainWindow,
  explainChange,
  explainTotal,
  explainAct,
  explainText,
  explainSynonym,
];

/** One message for one trouble, at the word that is wrong or behind the last word where something is missing. */
export function explainSyntax(trouble: Trouble): PlacedMessage {
  for (const recognise of RECOGNISERS) {
    const found = recognise(trouble);
    if (found) return found;
  }
  const { token, previous } = around(trouble);
  const expected = expectedWords(trouble.expected);
  if (!token) return behind(trouble, messages.endsTooEarly(previous?.image ?? '', expected));
  if (expected === '')
    return here(token, messages.cannotFollow(token.image, previous?.image ?? '', followHint(trouble)));
  return here(token, messages.unexpected(token.image, previous?.image ?? null, expected, null));
}

/** A line that begins with no word of a declaration. */
export function explainUnknownItem(token: Token, declarations: Declarations): PlacedMessage {
  const { image } = token;
  if (image === 'tacit' || image === 'theatre') return here(token, messages.headerRepeated(image));
  const candidates = [...ITEM_WORDS].map((name) => ({ name, also: [] }));
  const meant = didYouMean(image.toLowerCase(), candidates)?.name ?? null;
  const named = declarations.names.some(({ name }) => name === image);
  if (token.tokenType.name === 'WORD' || (meant !== null && !named)) {
    return here(token, messages.declarationUnknown(image, meant));
  }
  return here(token, messages.lineNotUnderstood(image));
}

function explainSource(trouble: Trouble): PlacedMessage | null {
  const { tokens, index, expected, declarations } = trouble;
  if (tokens[0]?.image !== 'claim' || index !== 2 || !expected.includes('by')) return null;
  const source = declarations.names.find(({ kind }) => kind === 'source')?.name ?? null;
  return behind(trouble, messages.sourceMissing(tokens[1]?.image ?? '', source));
}

function explainThen(trouble: Trouble): PlacedMessage | null {
  const { token } = around(trouble);
  if (token?.image === 'then' && trouble.expected.includes('than')) return here(token, messages.thanMeant());
  if (!trouble.expected.includes('then')) return null;
  if (token?.image === 'than') return here(token, messages.thenMeant());
  return token ? null : behind(trouble, messages.thenMissing());
}

/** `no Blue attacks`: what is denied is something beyond the ordinary. */
function explainNo(trouble: Trouble): PlacedMessage | null {
  const { token, previous } = around(trouble);
  if (previous?.image !== 'no' || !token || !trouble.expected.includes('extra')) return null;
  const expected = expectedWords(trouble.expected);
  const hint = beginsPattern(token) ? `Write \`no extra ${token.image}\`.` : 'Write `no extra`.';
  return here(token, messages.unexpected(token.image, previous.image, expected, hint));
}

function beginsPattern({ image, tokenType }: Token): boolean {
  return tokenType.name === 'NAME' || image === 'anyone';
}

/** `Red strikes Blue or Green`, `… in Ford or Ridge`: behind `or` a whole pattern stands again. */
function explainOr({ tokens, index, expected, declarations }: Trouble): PlacedMessage | null {
  const [joiner, name] = [tokens[index - 2], tokens[index - 1]];
  if (joiner?.image !== 'or' || name?.tokenType.name !== 'NAME' || !expected.includes('BACKQUOTED'))
    return null;
  const before = tokens.slice(0, index - 2);
  const act = before.map(({ tokenType }) => /^(WORD|BACKQUOTED)$/.test(tokenType.name)).lastIndexOf(true);
  const doer = before[act - 1];
  if (!doer || !beginsPattern(doer)) return null;
  const isPlace = declarations.names.some(
    (one) => one.name === name.image && /^(place|area|route)$/.test(one.kind),
  );
  const whole = isPlace
    ? before.slice(act - 1, -1)
    : before.slice(act - 1, before[act + 1]?.image === 'on' ? act + 2 : act + 1);
  return here(name, messages.patternAfterOr(name.image, whole.map(({ image }) => image).join(' ')));
}

const FIXED_LENGTHS: Readonly<Record<string, readonly [number, string]>> = {
  month: [30, 'days'],
  year: [365, 'days'],
  quarter: [91, 'days'],
  fortnight: [14, 'days'],
  hour: [1, 'day'],
  minute: [1, 'day'],
};

function explainWindow(trouble: Trouble): PlacedMessage | null {
  const { tokens, index, expected } = trouble;
  const { token, previous } = around(trouble);
  const unit = token?.image.replace(/s$/, '') ?? '';
  const length = Object.hasOwn(FIXED_LENGTHS, unit) ? FIXED_LENGTHS[unit] : undefined;
  if (token && length && expected.includes('days') && previous?.tokenType.name === 'NUMBER') {
    const opener = tokens[index - 2];
    const count = length[1] === 'day' ? 1 : Math.ceil(Number(previous.image) * length[0]);
    const instead = `${opener?.image ?? 'within'} ${String(count)} ${length[1]}`;
    return here(token, messages.noFixedLength(unit, instead));
  }
  if (token && previous?.image === 'in' && token.tokenType.name === 'NUMBER') {
    const next = tokens[index + 1]?.image ?? '';
    if (/^(day|week)s?$/.test(next)) return here(previous, messages.windowNotIn(token.image, next));
  }
  const asked = expected.includes('within') && expected.includes('that');
  if (!asked || (token && !RESTRICTION_WORDS.has(token.image))) return null;
  return behind(trouble, messages.windowMissing());
}

/** Words that begin a restriction: what may follow the sentence of a claim. */
const RESTRICTION_WORDS: ReadonlySet<string> = new Set([
  ...['since', 'until', 'during', 'outside', 'while', 'graded', 'asserts', 'assuming'],
]);

function explainChange(trouble: Trouble): PlacedMessage | null {
  const { tokens, index, expected } = trouble;
  const { token, previous } = around(trouble);
  if (!expected.includes('from') || !expected.includes('during') || !previous) return null;
  if (!token) return behind(trouble, messages.changeWhen(previous.image));
  const date = tokens[index + 1];
  if (!/^(since|in|on|after|before|until)$/.test(token.image) || !date) return null;
  if (!/^(DATE|NUMBER)$/.test(date.tokenType.name)) return null;
  // `in 2022` ends with the year; since, on and after leave the end open.
  const closed = token.image === 'in' && tokens[index + 2]?.image !== 'to';
  return here(token, messages.changeStartsFrom(previous.image, token.image, date.image, closed));
}

function explainTotal(trouble: Trouble): PlacedMessage | null {
  const { token, previous } = around(trouble);
  if (token || !previous || !trouble.expected.includes('from')) return null;
  return trouble.expected.length <= 2 ? behind(trouble, messages.datesMissing()) : null;
}

function explainAct(trouble: Trouble): PlacedMessage | null {
  const { token } = around(trouble);
  if (!token || !trouble.expected.includes('BACKQUOTED') || !keywords().has(token.image)) return null;
  const declared = trouble.tokens[0]?.image === 'act' && trouble.index === 1;
  const act = actNamed(token.image, trouble.declarations.acts);
  return declared || act !== null ? here(token, messages.keywordAsAct(token.image)) : null;
}

function explainText(trouble: Trouble): PlacedMessage | null {
  const { token } = around(trouble);
  if (!token || !trouble.expected.includes('TEXT') || !/^(NAME|WORD)$/.test(token.tokenType.name))
    return null;
  if (trouble.expected.includes('NAME')) return null;
  const rest = trouble.tokens.slice(trouble.index);
  const stop = rest.findIndex((other) => !/^(NAME|WORD)$/.test(other.tokenType.name));
  const words = rest.slice(0, stop === -1 ? rest.length : stop).map(({ image }) => image);
  return here(token, messages.textExpected(words.join(' ')));
}

/** Words people write for words of the language. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^(decreas|declin|drop|shrink|diminish|reduce)/, 'Write `falls`.'],
  [/^(increas|grow|escalat|surg|climb)/, 'Write `rises`.'],
  [/^then$/, 'A sentence with `then` begins with `when`.'],
  [
    /^(because|so|therefore|to)$/,
    'Causes and aims are kept as `untestable cause "…"` and `untestable intent "…"`.',
  ],
  [/^(near|around)$/, 'Write `near PLACE up to 50 km`.'],
  [/^(against|upon|at)$/, 'Write `on`.'],
  [/^(if|whenever|after)$/, 'Write `when`.'],
];

const FORECASTING = /^(will|would|might|may|could|shall)$/;

function explainSynonym(trouble: Trouble): PlacedMessage | null {
  const { token, previous } = around(trouble);
  if (token && previous && FORECASTING.test(previous.image)) {
    return here(previous, messages.forecastWord(previous.image));
  }
  // Whose sentence begins with `when` lacks something else.
  if (token?.image === 'then' && trouble.tokens.slice(0, trouble.index).some(({ image }) => image === 'when'))
    return null;
  const hint = token && SYNONYMS.find(([word]) => word.test(token.image))?.[1];
  if (!token || !hint) return null;
  const expected = expectedWords(trouble.expected);
  if (expected === '' && previous)
    return here(token, messages.cannotFollow(token.image, previous.image, hint));
  return here(token, messages.unexpected(token.image, previous?.image ?? null, expected, hint));
}

/** After a finished claim only restrictions may come. */
function followHint(trouble: Trouble): string | null {
  const { token, previous } = around(trouble);
  if (trouble.tokens[0]?.image !== 'claim') return null;
  const candidates = [...RESTRICTION_WORDS].map((name) => ({ name, also: [] }));
  const meant = token && beginsLine(token, previous) ? didYouMean(token.image, candidates) : null;
  return meant ? `Did you mean \`${meant.name}\`?` : messages.RESTRICTIONS_HINT;
}

/** `1,000`. */
function explainComma(trouble: Trouble): PlacedMessage | null {
  const { tokens, index } = trouble;
  const { token, previous } = around(trouble);
  const next = tokens[index + 1];
  if (token?.image !== ',' || previous?.tokenType.name !== 'NUMBER' || next?.tokenType.name !== 'NUMBER')
    return null;
  const [start, end] = [previous.startOffset, next.startOffset + next.image.length];
  return { start, end, message: messages.numberWithComma(trouble.text.slice(start, end)) };
}
