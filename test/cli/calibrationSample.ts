import { examineMadeRecord } from '../../src/cli/examineMadeRecord.ts';
import { MADE_KINDS, type Finding, type MadeClaim, type MadeKind } from '../../src/evidence/index.ts';

/** The kind of made records with a name. */
export function kindCalled(name: string): MadeKind {
  const kind = MADE_KINDS.find((one) => one.name === name);
  if (!kind) throw new Error(`there is no kind ${name}`);
  return kind;
}

/** What the whole path says of one claim on the first records of a kind. */
export async function findingsOn(
  kind: MadeKind,
  claim: MadeClaim,
  records: number,
  seed: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let index = 0; index < records; index++) {
    const outcomes = await examineMadeRecord({ ...kind, claims: [claim] }, index, seed);
    findings.push(...outcomes.map(({ finding }) => finding));
  }
  return findings;
}
