import { headsOf, startOf } from './grammarAutomaton.ts';
import type { Heads, Role, Station } from './grammarAutomaton.ts';
import type { Token } from './token.ts';

export interface RolesRead {
  /** For each token the roles it may have; empty from the first token on that cannot follow. */
  readonly roles: readonly (readonly Role[])[];
  /** What may come behind the last token; null where a token before could not follow. */
  readonly expected: Heads | null;
}

/** A step in a run of words: every station reached there, and all that may come next. */
interface Step {
  readonly reached: readonly Station[];
  readonly heads: Heads;
  readonly onward: Map<string, Step | null>;
}

const firstSteps = new Map<string, Step>();
/** By the stations reached: many runs of words lead to the same place. */
const stepsKnown = new Map<string, Step>();

/**
 * What each word of a run means under a rule of the grammar, as far as the words can stand so. All ways through the
 * grammar are followed at once; where several remain, a word has several roles.
 */
export function readRoles(tokens: readonly Token[], rule: string): RolesRead {
  const steps: Step[] = [];
  let step: Step | null = firstStep(rule);
  for (const token of tokens) {
    step = onwardFrom(step, token.tokenType.name);
    if (!step) break;
    steps.push(step);
  }
  return { roles: keepWhole(steps, tokens.length), expected: step?.heads ?? null };
}

function firstStep(rule: string): Step {
  const known = firstSteps.get(rule);
  if (known) return known;
  const step: Step = { reached: [], heads: headsOf(startOf(rule)), onward: new Map() };
  firstSteps.set(rule, step);
  return step;
}

/** Steps are kept: the same words come again and again. */
function onwardFrom(step: Step, token: string): Step | null {
  const known = step.onward.get(token);
  if (known !== undefined) return known;
  const reached = step.heads.stations.filter((station) => station.token === token);
  const next = reached.length === 0 ? null : stepAt(reached);
  step.onward.set(token, next);
  return next;
}

function stepAt(reached: readonly Station[]): Step {
  const key = reached.map(({ id }) => id).join(' ');
  const known = stepsKnown.get(key);
  if (known) return known;
  const step: Step = { reached, heads: merge(reached), onward: new Map() };
  stepsKnown.set(key, step);
  return step;
}

function merge(reached: readonly Station[]): Heads {
  const all = reached.map(({ next }) => headsOf(next));
  const stations = [...new Set(all.flatMap((heads) => heads.stations))];
  return { stations, end: all.some(({ end }) => end) };
}

/** Going back from the end, keeps of each step the stations from which the later ones were reached. */
function keepWhole(steps: readonly Step[], length: number): (readonly Role[])[] {
  const roles: (readonly Role[])[] = Array.from({ length }, () => []);
  let later: ReadonlySet<Station> | null = null;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const reached: readonly Station[] = steps[index]?.reached ?? [];
    const ahead: ReadonlySet<Station> | null = later;
    const ended = ahead === null && steps.length === length && reached.some(({ next }) => headsOf(next).end);
    const kept: readonly Station[] = reached.filter(({ next }) => {
      const { stations, end } = headsOf(next);
      return ahead === null ? !ended || end : stations.some((station) => ahead.has(station));
    });
    roles[index] = kept.map(({ role }) => role);
    later = new Set(kept);
  }
  return roles;
}
