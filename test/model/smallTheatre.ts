import type { ClaimPlan, ClaimTest, Plan } from '../../src/model/index.ts';
import { compile } from '../../src/model/index.ts';
import type { Theatre } from '../../src/language/index.ts';
import { theatreOf } from '../language/theatreText.ts';

/** Declarations of a small made-up theatre: two sides, an alliance whose membership has dates, three places. */
export const SMALL_HEAD = `tacit 1
theatre "Small"
record "made.csv"
  covers 2020-01-01 to 2021-12-31
actor North "Northland" also "NO", "Northern Army"
actor South also "SO"
actor East also "EA"
actor West also "WE"
alliance Pact "the Pact" also "PACT" of North, East from 2020-06-01 to 2020-12-31
place Fort at 10.0 N 10.0 E within 20 km
place Camp at 10.0 N 11.0 E within 20 km
place Nowhere
area Border of Fort, Camp
act strike of airstrike, missile
act attack of rocket, ground attack
period Thaw from 2020-03-01 to 2020-04-30
period Open until 2020-02-29
period Summer each 06-01 to 08-31
source Paper published 2021-06-30
source Undated
`;

/** The theatre with one claim C after the usual declarations. */
export function theatreWithClaim(sentence: string, source = 'Undated', head = SMALL_HEAD): Theatre {
  return theatreOf(`${head}claim C by ${source}\n${indent(sentence)}\n`);
}

export function planOf(theatre: Theatre): Plan {
  return compile(theatre, { recordDays: null });
}

export function claimPlanOf(sentence: string, source = 'Undated', head = SMALL_HEAD): ClaimPlan {
  return planOf(theatreWithClaim(sentence, source, head)).claims[0]!;
}

/** The planned test of one sentence, asserted to be of one kind. */
export function testOf<Kind extends ClaimTest['kind']>(
  kind: Kind,
  sentence: string,
  source = 'Undated',
): Extract<ClaimTest, { kind: Kind }> {
  const { test } = claimPlanOf(sentence, source);
  if (test.kind !== kind) throw new Error(`planned as ${test.kind}, not ${kind}`);
  return test as Extract<ClaimTest, { kind: Kind }>;
}

function indent(sentence: string): string {
  return sentence
    .split('\n')
    .map((line) => `  ${line.trim()}`)
    .join('\n');
}
