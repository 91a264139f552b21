import type { ClaimTest } from '../../model/index.ts';
import type { Finding, Part, Verdict } from '../verdict.ts';
import { beginAhead } from './beginAhead.ts';
import type { Judgement, JudgeContext } from './context.ts';
import { judgePooled } from './pooled/judgePooled.ts';

type EachTest = Extract<ClaimTest, { kind: 'each' }>;
type Judge = (context: JudgeContext) => Judgement;

/** Which finding of a member speaks for all, the first that occurs: one exception suffices, one unknown leaves it open. */
const WEAKEST: readonly Finding[] = [
  'contradicted',
  'disputed',
  'not separable',
  'not testable',
  'too few events',
  'supported',
];

/**
 * `each of`: the sentence must hold for every side or place it names, so every one is judged by itself and the weakest
 * finding speaks for all. All must pass at the full level, which makes the largest p-value a valid one for "each"
 * (intersection–union test), and the pooling of many weak records into one strong finding impossible. Source: berger1982.
 */
export function judgeEach(test: EachTest, context: JudgeContext, judge: Judge): Judgement {
  const members = test.members
    .map(({ label, test: own }) => {
      const one = { ...context, claimPlan: { ...context.claimPlan, test: own } };
      return { label, judged: beginAhead('form', { context: one }, () => judge(one)) };
    })
    .map(({ label, judged }) => ({ label, ...judged() }));
  const answers = members.flatMap(({ label, ...judgement }, index) => {
    const own = test.members[index]?.test;
    return own?.kind === 'answer' && own.nested === null && own.share === null
      ? [{ label, test: own, judgement }]
      : [];
  });
  const pooled = answers.length === members.length ? judgePooled(answers, context) : null;
  const names = [...new Set(members.flatMap(({ parts }) => parts.map(({ part }) => part)))];
  const parts = names.map((part) => combine(part, members));
  if (pooled !== null) {
    // The common strength speaks first; what each shows by itself stays beside it.
    const together = pooled.parts.map((one) => {
      const alone = parts.find(({ part }) => part === one.part);
      if (!alone) return one;
      return {
        ...one,
        sentence: `${one.sentence} ${alone.sentence}`,
        guards: [...one.guards, ...alone.guards.map((guard) => ({ ...guard, passed: null }))],
      };
    });
    return { ...pooled, parts: together };
  }
  const tests = members.flatMap((member) => member.tests);
  const pValues = tests.map(({ pValue }) => pValue);
  const waves = tests.flatMap((test) => test.waves ?? []);
  return {
    parts,
    figures: members[0]?.figures ?? null,
    tests:
      pValues.length === 0
        ? []
        : [{ pValue: Math.max(...pValues), parts: parts.map((_, index) => index), waves }],
  };
}

function combine(part: Part, members: readonly (Judgement & { readonly label: string })[]): Verdict {
  const own = members.flatMap(({ label, parts }) =>
    parts.filter((one) => one.part === part).map((verdict) => ({ label, verdict })),
  );
  // A member that lacks the part (it is not testable under another one) leaves the whole as open as that.
  const silent = members.filter(({ parts }) => !parts.some((one) => one.part === part));
  const findings = [
    ...own.map(({ verdict }) => verdict.finding),
    ...silent.flatMap(({ parts }) => parts.slice(0, 1).map(({ finding }) => finding)),
  ];
  const finding = WEAKEST.find((one) => findings.includes(one)) ?? 'too few events';
  const decisive = own.find(({ verdict }) => verdict.finding === finding);
  const count = (one: Finding) => findings.filter((other) => other === one).length;
  const tally = WEAKEST.filter((one) => count(one) > 0)
    .map((one) => `${count(one)} ${one}`)
    .join(', ');
  const sum = (of: (verdict: Verdict) => number | null) =>
    own.every(({ verdict }) => of(verdict) !== null)
      ? own.reduce((total, { verdict }) => total + (of(verdict) ?? 0), 0)
      : null;
  return {
    part,
    finding,
    reason: decisive?.verdict.reason ?? null,
    sentence:
      `Of ${members.length} judged one by one: ${tally}. ` +
      own.map(({ label, verdict }) => `${label}: ${verdict.sentence}`).join(' '),
    effect: null,
    power: null,
    events: {
      trigger: sum(({ events }) => events.trigger),
      response: sum(({ events }) => events.response),
    },
    guards: own.map(({ label, verdict }) => ({
      name: 'each by itself',
      passed: verdict.finding === 'supported',
      value: verdict.effect?.estimate ?? null,
      detail: `${label}: ${verdict.finding}${verdict.reason === null ? '' : ` (${verdict.reason})`}`,
    })),
  };
}
