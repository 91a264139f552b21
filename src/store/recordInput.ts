import type { RecordFault } from '../record/index.ts';

/** One table to be read: a file (as it is, or compressed with gzip), or a member of a zip archive. Plain data. */
export interface RecordInput {
  /** The file on the disk. */
  readonly path: string;
  /** Number of the member in the archive, from 0; null for the file itself. A member's name is never a path. */
  readonly member: number | null;
  /** Under which name the store keeps the record. */
  readonly name: string;
  /** How many it has on the disk. */
  readonly bytes: number;
  /** True where nobody named this table itself: it was found in a folder or an archive, beside others perhaps. */
  readonly found: boolean;
}

/** What stands behind a path that a person named. */
export interface InputListing {
  readonly inputs: readonly RecordInput[];
  readonly faults: readonly RecordFault[];
}

/** How far a reading may go; beyond it the file is refused, with the limit in the message. */
export interface InputLimits {
  /** Bytes of one table, on the disk and after unpacking. */
  readonly largestBytes: number;
  /** How many times larger than on the disk a compressed table may become. */
  readonly largestExpansion: number;
}

/** Larger than any file of a known provider, and far beyond how much text ever shrinks in compression. */
export const DEFAULT_LIMITS: InputLimits = { largestBytes: 16 * 1024 ** 3, largestExpansion: 200 };
