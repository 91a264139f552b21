import type { EventStore, RecordFault } from '../record/index.ts';

export type StoreOpening =
  | { readonly kind: 'open'; readonly store: EventStore }
  /** No record was imported into this folder yet. */
  | { readonly kind: 'absent'; readonly fault: RecordFault }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/** Opens the record store of a folder (`.tacit/record.duckdb`) for reading. Several processes may read at once. */
export function openStore(folder: string): Promise<StoreOpening> {
  throw new Error(`openStore is being written: ${folder}`);
}
