import { showControls } from '../../../report/index.ts';
import type { ExaminationNews, ShownExamination } from '../../protocol/index.ts';

type Examination = ShownExamination['examination'];

/** The examination as the page has it, in the pieces in which the server tells of it. */
export interface HeldExamination {
  readonly version: number;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly claims: ReadonlyMap<string, Examination['claims'][number]>;
}

export const NOTHING_HELD: HeldExamination = { version: 0, fields: new Map(), claims: new Map() };

/**
 * What the page has with what the server says is another. What did not change stays the very object it was, so that nothing
 * of it is drawn anew. Null where a piece is missing: then everything must be asked for.
 */
export function mergeExamination(
  held: HeldExamination,
  { hash, waiting, version, fields, claims, changed }: ExaminationNews,
): { readonly held: HeldExamination; readonly shown: ShownExamination } | null {
  const newFields = new Map<string, unknown>(Object.entries(changed.fields));
  const newClaims = new Map(changed.claims.map((claim) => [claim.name, claim]));
  const pick = <Value>(
    names: readonly string[],
    before: ReadonlyMap<string, Value>,
    news: ReadonlyMap<string, Value>,
  ) =>
    new Map(
      names.flatMap((name): [string, Value][] => {
        const piece = news.has(name) ? showControls(news.get(name)) : before.get(name);
        return piece === undefined ? [] : [[name, piece]];
      }),
    );
  const now = {
    version,
    fields: pick(fields, held.fields, newFields),
    claims: pick(claims, held.claims, newClaims),
  };
  if (now.fields.size < fields.length || now.claims.size < claims.length) return null;
  const examination = {
    ...Object.fromEntries(now.fields),
    claims: [...now.claims.values()],
  } as unknown as Examination;
  return { held: now, shown: { hash, waiting, examination } };
}
