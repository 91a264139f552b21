import type { FormKind } from './document.ts';

/** What a slot of a sentence takes. */
export type SlotKind =
  /** A declared actor or alliance, or `anyone`. */
  | 'actor'
  | 'act'
  /** A declared place or area. */
  | 'place'
  | 'route'
  | 'period'
  | 'claim'
  /** A year, a month or a day: `2024`, `2024-02`, `2024-02-04`. */
  | 'date'
  /** A whole number. */
  | 'count'
  | 'percent'
  /** `within 14 days`, `after 3 to 10 days`, `that day`. */
  | 'window'
  /** A length of time: `90 days`, `12 weeks`. */
  | 'length'
  /** One of the words that `choices` lists. */
  | 'choice'
  /** Free text on one line. */
  | 'text';

export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  /** What stands beside the field: "who answers". */
  readonly label: string;
  readonly optional: boolean;
  /** For `choice`: the words as the sentence has them, with what they mean. */
  readonly choices: readonly { readonly word: string; readonly label: string }[];
}

export interface SentenceForm {
  /** Stays the same from version to version. */
  readonly id: string;
  /** The kind of sentence it makes. */
  readonly makes: FormKind;
  /** A plain name: "an act is answered". */
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
  readonly slots: readonly Slot[];
  /**
   * The sentence with its slots: `{who}`; what stands between brackets is left out when a slot inside it is empty.
   */
  readonly template: string;
}
