/** One code of a scheme: the code as records write it, its name, and its class (null: deliberately in none). */
export type ActEntry = readonly [code: string, name: string, actClass: string | null];

/** How the codes of one scheme become classes of acts. Data, printed by `tacit acts`. */
export interface ActTable {
  readonly name: string;
  readonly title: string;
  /** Names of the formats whose codes these are. */
  readonly formats: readonly string[];
  readonly entries: readonly ActEntry[];
}
