import { describe, expect, it } from 'vitest';
import { discoverRules, findSharedRows } from '../../../src/evidence/index.ts';
import type { ClaimPlan } from '../../../src/model/index.ts';
import { createMemoryStore } from '../../../src/record/index.ts';
import { checkText } from '../../language/theatreText.ts';
import { compile } from '../../../src/model/index.ts';
import { makePair } from '../makePair.ts';
import { MADE_HEAD, madeEvents } from '../madeTheatre.ts';
import { DAYS, discover, makeFour, planOf } from './madeStreams.ts';

const claim = (name: string, trigger: string, response: string): ClaimPlan => ({
  claim: name,
  days: [],
  daysAfterPublication: [],
  judgedUntil: null,
  publishedDefault: false,
  test: { kind: 'shift', trigger, response, how: 'more', negated: false, days: 7, nested: null },
  testAfterPublication: null,
});

describe('discoverRules', () => {
  it('finds a planted rule, its direction and its strength, and the rest confirms it', () => {
    const { rules, tests } = discover(makeFour(4, { rhoAB: 0.9 }));
    expect(tests).toBe(48);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ trigger: 'S0', response: 'S1', confirmed: true, claims: [] });
    expect(Math.abs((rules[0]?.found.rho ?? 0) - 0.9)).toBeLessThan(0.4);
    expect(rules[0]?.adjusted).toBeLessThan(0.05);
  });

  it('confirms nothing on records without any rule', () => {
    const found = Array.from({ length: 12 }, (_, seed) => {
      const kinds = [{}, { psi: 3.3 }, { self: 0.5 }, { rate: 0.08 }];
      return discover(makeFour(seed, kinds[seed % 4], kinds[(seed + 1) % 4])).rules;
    });
    expect(found.flat().filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(found.filter((rules) => rules.length > 0).length).toBeLessThanOrEqual(2);
  });

  it('does not look at the rest when it searches, and says where the rest does not show it again', () => {
    const counts = makeFour(4, { rhoAB: 0.9 });
    const whole = discover(counts).rules[0];
    const other = makeFour(9);
    const cut = Math.ceil(0.6 * DAYS);
    const joined = counts.map((one, index) =>
      one.map((count, day) => (day < cut ? count : other[index]![day]!)),
    );
    const rule = discover(joined).rules[0];
    expect(rule?.found).toEqual(whole?.found);
    expect(rule?.adjusted).toBe(whole?.adjusted);
    expect(rule?.confirmed).toBe(false);
  });

  it('leaves out claimed pairs, pairs that share events, twins and sparse streams, and says so', () => {
    const { a, b } = makePair(8, { days: DAYS, rhoAB: 0.9 });
    const claimed = discover([a, b], [], [claim('Known', 's0', 's1')]);
    expect([claimed.pairsClaimed, claimed.tests, claimed.rules.length]).toEqual([1, 4, 0]);
    const all = discover([a, b], [], [claim('Known', 's0', 's1')], { claimedToo: true });
    expect(all.rules[0]?.claims).toEqual(['Known']);
    const sharing = discover([a, b], ['s0 s1', 's1 s0']);
    expect([sharing.pairsSharingEvents, sharing.tests]).toEqual([2, 0]);
    const twins = discover([a, b, b.slice(), new Float64Array(DAYS)], [], [claim('Known', 's0', 's2')]);
    expect(twins.leftOut.map(({ text }) => text)).toEqual(['S2', 'S3']);
    expect(twins.leftOut[0]?.why).toBe('the same events as "S1"');
    // The claim is about the twin, so the pair is claimed all the same.
    expect(twins.pairsClaimed).toBe(1);
  });

  it('names windows by what a weekly record can tell', () => {
    const [plan, panel] = planOf(makeFour(4).map((one) => one.slice(0, 300)));
    const weekly = discoverRules({ ...plan, stepDays: 7 }, { ...panel, stepDays: 7 }, new Set());
    expect(weekly?.windows).toEqual([7, 14, 30]);
    expect(weekly?.firstPart).toEqual({ first: '1970-01-01', last: '1973-06-13' });
  });

  it('cannot split a record of one day, nor one without days', () => {
    expect(discoverRules(...planOf([new Float64Array(1)]), new Set())).toBeNull();
    expect(discoverRules(...planOf([new Float64Array(0)]), new Set())).toBeNull();
  });
});

describe('findSharedRows', () => {
  it('finds patterns that take the same rows, in both orders', async () => {
    const { theatre } = checkText(
      `${MADE_HEAD}claim A by Paper at "1"\n  when North strikes South then South attacks North within 7 days\nclaim B by Paper at "2"\n  when anyone strikes South then South attacks North within 7 days\n`,
    );
    const plan = compile(theatre!, { recordDays: null });
    const id = (text: string) => plan.streams.find((stream) => stream.text === text)!.id;
    const shared = await findSharedRows(plan, createMemoryStore(madeEvents()));
    const [north, anyone] = [id('North strikes South'), id('anyone strikes South')];
    expect([...shared].sort()).toEqual([`${anyone} ${north}`, `${north} ${anyone}`].sort());
  });
});
