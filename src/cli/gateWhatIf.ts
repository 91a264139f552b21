import { formatDay } from '../calendar/index.ts';
import type { Examination, Part } from '../evidence/index.ts';
import type { NoWhatIfAnswer, WhatIfAnswer } from '../forecast/index.ts';
import type { WhatIf } from '../language/index.ts';
import type { Plan } from '../model/index.ts';
import { describeEffectOf, type RuleVerdict, type ShownEffect, type ShownWhatIf } from '../report/index.ts';

const UNDECIDED = 'since some of it may be what the what-if changes, and nothing tells how much.';

/** The parts of a claim that say what follows from what; a what-if takes these for granted. */
const PARTS_OF_A_RULE: readonly Part[] = ['rate', 'timing', 'cause'];

/**
 * Holds an answer against the verdicts: without `anyway` it is refused where a claim that it rests on is not supported,
 * and effects that arrive only through such a claim are not told. With `anyway` it is told, and marked.
 */
export function gateWhatIf(
  whatIf: WhatIf,
  answer: WhatIfAnswer | NoWhatIfAnswer,
  plan: Plan,
  examination: Examination,
  anyway: boolean,
): ShownWhatIf {
  const first = formatDay(whatIf.from);
  const last = formatDay(whatIf.from + whatIf.days - 1);
  const empty = { title: whatIf.title, first, last, origin: null, notes: [], effects: [], ranAway: 0 };
  if (answer.kind === 'no answer') return { ...empty, rules: [], refused: answer.detail, marked: false };
  const verdictOf = (claim: string) => readVerdict(claim, examination);
  const rules = answer.restsOn.map(verdictOf);
  const unsupported = rules.filter(({ supported }) => !supported);
  if (unsupported.length > 0 && !anyway)
    return { ...empty, rules, refused: describeRefusal(unsupported), marked: false };
  const effects = answer.effects.map((effect, index): ShownEffect => {
    const text = plan.streams.find(({ id }) => id === effect.stream)?.text ?? effect.stream;
    const through = answer.reached.find(({ stream }) => stream === effect.stream)?.through ?? [];
    const doubtful = through.filter((claim) => !verdictOf(claim).supported);
    const isNothing = effect.pairedVariance === 0 && effect.difference === 0;
    if (isNothing && answer.undecided.includes(effect.stream))
      return { stream: text, effect: null, through, sentence: `${text}: not told, ${UNDECIDED}`, course: [] };
    const told = doubtful.length === 0 || anyway;
    const assumed = [...new Set([...answer.restsOn, ...through])];
    return {
      stream: text,
      effect: told ? effect : null,
      through,
      sentence: told
        ? describeEffectOf(text, effect, assumed)
        : `${text}: not told, since the change would arrive only through ${listWords(doubtful)}, which the record does not support.`,
      course: told ? answer.course[index]! : [],
    };
  });
  const reached = effects.some(
    ({ through, effect }) => effect !== null && through.some((claim) => !verdictOf(claim).supported),
  );
  return {
    title: whatIf.title,
    first,
    last,
    rules,
    refused: null,
    marked: unsupported.length > 0 || reached,
    origin: formatDay(answer.origin),
    notes: answer.notes,
    effects,
    ranAway: answer.ranAway,
  };
}

function readVerdict(name: string, { claims }: Examination): RuleVerdict {
  const parts = claims.find((claim) => claim.name === name)?.parts ?? [];
  const findings = parts
    .filter(({ part }) => PARTS_OF_A_RULE.includes(part))
    .map(({ part, finding }) => ({ part, finding }));
  const supported = findings.length > 0 && findings.every(({ finding }) => finding === 'supported');
  return { claim: name, supported, findings };
}

function describeRefusal(rules: readonly RuleVerdict[]): string {
  const told = rules.map(({ claim, findings }) => {
    const found = findings.map(({ part, finding }) => `${part} ${finding}`);
    return `${claim} (${found.length === 0 ? 'not judged' : [...new Set(found)].join(', ')})`;
  });
  return `It rests on what the record does not support: ${told.join('; ')}. It is answered all the same, and marked, with \`--anyway\` or, in the workbench, where that is ticked.`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}
