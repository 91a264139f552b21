/** A verdict stands as long as what its judge saw is the same: also the rest of the theatre, where it looked there. */
import { describe, expect, it } from 'vitest';
import { judgeClaim, theatreKey, type JudgeContext, type TheatreStream } from '../../src/evidence/index.ts';
import { keyOfContext } from '../../src/host/keyOfContext.ts';
import { narrowContext } from '../../src/host/narrowContext.ts';
import { noteLookUps } from '../../src/host/noteLookUps.ts';
import { rememberVerdicts, type VerdictMemory } from '../../src/host/rememberVerdicts.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from '../evidence/makeContext.ts';
import { makeTheatre } from '../evidence/wave/makeTheatre.ts';

const test: ClaimTest = {
  kind: 'answer',
  trigger: 's1',
  response: 's2',
  delay: { family: 'geometric', from: 1, to: 14 },
  share: null,
  nested: null,
};
const rest = (...counts: number[]): TheatreStream => ({
  counts: Float64Array.from({ length: 900 }, (_, day) => counts[day] ?? 0),
  texts: ['West strikes East'],
});
const beside = (found: TheatreStream | null, from: JudgeContext): JudgeContext => ({
  ...from,
  theatre: new Map(found ? [[theatreKey('s2', 's1'), found]] : []),
});
/** Nothing in it: no test passes, and so nobody looks beside the two. */
const calm = makeContext(new Float64Array(900), new Float64Array(900), test);
/** A wave that reaches the answering side late passes for an answer without the bystanders. */
const { a, b } = makeTheatre({ days: 900, wave: { tau: 10, sd: 1.2, late: 3 } }, 8, 'late seen');
const moved = makeContext(a, b, test);

const keyOf = (context: JudgeContext) => keyOfContext(narrowContext(context), {}, new WeakMap());
function judgeInto(memory: VerdictMemory, context: JudgeContext): void {
  const noted = noteLookUps(narrowContext(context));
  const judged = judgeClaim(noted.context);
  memory.keep(keyOf(context), { judged, lookedUp: [...noted.lookedUp] });
}

describe('a remembered verdict', () => {
  it('stands whatever the rest of the theatre becomes, where nobody looked at it', () => {
    const memory = rememberVerdicts();
    judgeInto(memory, beside(rest(1), calm));
    for (const found of [rest(1), rest(0, 2), null])
      expect(memory.find(keyOf(beside(found, calm)))).not.toBeNull();
    expect(memory.find(keyOf(moved))).toBeNull();
  });

  it('falls with one more event of the rest, another name of it, or none left, where the judge looked', () => {
    const memory = rememberVerdicts();
    const seen = beside(rest(1), moved);
    judgeInto(memory, seen);
    expect(memory.find(keyOf(seen))).not.toBeNull();
    expect(memory.find(keyOf(beside(rest(1), moved)))).not.toBeNull();
    const others = [rest(1, 1), { ...rest(1), texts: ['West strikes North'] }, null];
    for (const found of others) expect(memory.find(keyOf(beside(found, moved)))).toBeNull();
    expect(memory.knowsOwn(keyOf(beside(null, moved)))).toBe(true);
    expect(memory.knowsOwn(keyOf(calm))).toBe(false);
  });

  it('falls when there is something where there was nothing to look at', () => {
    const memory = rememberVerdicts();
    judgeInto(memory, moved);
    expect(memory.find(keyOf(moved))).not.toBeNull();
    expect(memory.find(keyOf(beside(null, moved)))).not.toBeNull();
    expect(memory.find(keyOf(beside(rest(1), moved)))).toBeNull();
  });

  it('is one of several, and is forgotten when it was not asked for in a long time', () => {
    const memory = rememberVerdicts();
    judgeInto(memory, beside(rest(1), moved));
    judgeInto(memory, beside(rest(2), moved));
    for (let turn = 0; turn < 15; turn++) {
      memory.turn();
      expect(memory.find(keyOf(beside(rest(1), moved)))).not.toBeNull();
    }
    for (let turn = 0; turn < 15; turn++) memory.turn();
    expect(memory.find(keyOf(beside(rest(2), moved)))).toBeNull();
    expect(memory.find(keyOf(beside(rest(1), moved)))).not.toBeNull();
  });
});
