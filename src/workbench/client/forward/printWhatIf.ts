export interface WhatIfChange {
  readonly kind: 'without' | 'truce' | 'share';
  /** What the fields of the kind hold: `claim`; `one`, `other`; `act`, `percent`. */
  readonly filled: Readonly<Record<string, string | undefined>>;
  readonly from: string;
  readonly days: string;
}

export type PrintedWhatIf =
  | { readonly ok: true; readonly title: string; readonly text: string }
  /** What still has to be said. */
  | { readonly ok: false; readonly missing: string };

/** A what-if as it stands in a theatre, behind its title. */
export function printWhatIf({ kind, filled, from, days }: WhatIfChange): PrintedWhatIf {
  const of = (name: string) => (filled[name] ?? '').trim();
  const missing = (words: string): PrintedWhatIf => ({ ok: false, missing: words });
  const [claim, one, act, other, percent] = ['claim', 'one', 'act', 'other', 'percent'].map(of) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (kind === 'without' && claim === '') return missing('Which rule no longer holds?');
  if (kind !== 'without' && (one === '' || other === '')) return missing('Between whom?');
  if (kind === 'share' && act === '') return missing('Which act?');
  if (kind === 'share' && !/^\d{1,3}(\.\d+)?$/.test(percent)) return missing('How many percent are left?');
  if (!/^\d{4}-\d\d-\d\d$/.test(from)) return missing('From which day?');
  if (!/^[1-9]\d{0,3}$/.test(days)) return missing('For how many days?');
  const line = {
    without: `without ${claim}`,
    truce: `truce between ${one} and ${other}`,
    share: `${Number(percent) === 0 ? 'no' : `${percent} percent of`} ${one} ${act} on ${other}`,
  }[kind];
  const title = { without: `without ${claim}`, truce: 'the truce holds', share: line }[kind];
  return { ok: true, title, text: `from ${from} for ${days} days\n  ${line}` };
}
