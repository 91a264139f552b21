import { ofTwenty } from './futuresFigure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import type { RuleVerdict, ShownEffect, ShownWhatIf, ShownWhatIfs } from './shownWhatIf.ts';
import { splitReached } from './splitReached.ts';
import { wrapText } from './terminalText.ts';

/** What-ifs for a terminal: what each rests on, its effects as sentences, and what was decided on the way. */
export function renderWhatIfs(answers: ShownWhatIfs, columns: number): string {
  const width = Math.max(60, Math.min(140, Math.floor(columns)));
  const { whatIfs, seed, paths } = showControls(answers);
  const note =
    `${formatCount(paths, 'pair')} of futures, seed ${seed}: each pair shares its chance, so that the difference is the effect of the ` +
    'change alone. It is an effect in the model. In the world it is one only where the rules are causal and nothing else changes.';
  return [
    ...whatIfs.flatMap((whatIf) => [...describe(whatIf, width), '']),
    ...wrapText(note, width),
    '',
  ].join('\n');
}

function describe(whatIf: ShownWhatIf, width: number): string[] {
  const { title, first, last, refused, marked, rules, effects, notes, origin, ranAway } = whatIf;
  const indent = (text: string) => wrapText(text, width - 2).map((line) => `  ${line}`);
  const head = [
    ...wrapText(`What if: ${title}, ${first} to ${last}`, width),
    ...rules.flatMap((rule) => indent(describeRule(rule))),
  ];
  if (refused !== null) return [...head, ...indent(`Not answered. ${refused}`)];
  const { told, sentence } = splitReached(effects);
  return [
    ...head,
    ...(marked ? indent(MARK) : []),
    ...told.flatMap((effect) => ['', ...indent(effect.sentence), ...indent(describePairs(effect))]),
    ...(sentence === null ? [] : ['', ...indent(sentence)]),
    '',
    ...indent(`Known: the record up to ${origin ?? 'nothing'}.`),
    ...(ranAway > 0 ? indent(`${formatCount(ranAway, 'pair')} ran away and are left out.`) : []),
    ...notes.flatMap(indent),
  ];
}

/** What stands over an answer that rests on a rule without support. */
export const MARK =
  'MARKED: this rests on a rule that the record does not support. It says what would follow if the rule held, and nothing about whether it does.';

/** `rests on Answered: timing supported, cause supported`. */
export function describeRule({ claim, findings }: RuleVerdict): string {
  const found = [...new Set(findings.map(({ part, finding }) => `${part} ${finding}`))];
  return `rests on ${claim}: ${found.length === 0 ? 'not judged' : found.join(', ')}`;
}

/** Fewer in so many of twenty futures; the empty text where nothing differs. */
export function describePairs({ effect }: Pick<ShownEffect, 'effect'>): string {
  if (effect === null || effect.pairs === 0 || (effect.fewer === 0 && effect.more === 0)) return '';
  const side = effect.fewer >= effect.more ? 'fewer' : 'more';
  const [low, high] = effect.ofPairs['95'];
  return `${side} in ${ofTwenty(effect[side])}; single pairs differ by ${formatNumber(low)} to ${formatNumber(high)} (95 %)`;
}
