/** What a record holds of the two sides of a pattern (or of its one side), whatever they did, wherever, and whoever acted. */
export interface BesideFacts {
  readonly sides: 'two' | 'one';
  readonly events: number;
  /** True where there are more, which were not looked through. */
  readonly more: boolean;
  /** Those in which nothing tells who acted on whom. */
  readonly undirected: number;
  /** Those of an act that the pattern names: elsewhere, at another time, of another size, or the other way round. */
  readonly sameAct: number;
  /** What else the pattern asks for: `who acts on whom`, `the place`, … */
  readonly asks: readonly string[];
  /** What was done, commonest first. */
  readonly acts: readonly { readonly act: string; readonly events: number }[];
}
