/** The ground of a map, projected once: paths in picture units. Plain data, so that a server can send it to a page. */
export interface MapGround {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  /** Borders between countries as the provider has them. */
  readonly borders: string;
  readonly countries: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Where each place of the map lies. */
  readonly places: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** Who drew the borders. */
  readonly provider: string;
}
