/** A file that a publisher offers, and how it is called here. */
export interface OfferedFile {
  readonly address: URL;
  readonly name: string;
  readonly kind: 'zip' | 'text';
}

const UCDP_BASE = 'https://ucdp.uu.se';
/** The release of GED that is fetched when none is named; releases never change once they are out. */
export const UCDP_VERSION = '25.1';

/**
 * The file of a release of UCDP GED: `25.1` is a yearly release, `26.0.3` a month of candidate events and
 * `26.01.26.03` a quarter of them. Null where the version is none.
 */
export function ucdpFile(version: string, base: string = UCDP_BASE): OfferedFile | null {
  if (!/^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(version)) return null;
  const parts = version.split('.');
  const yearly = parts.length === 2;
  const name = yearly ? `ged${parts.join('')}-csv.zip` : `GEDEvent_v${parts.join('_')}.csv`;
  const folder = yearly ? 'ged' : 'candidateged';
  return {
    address: new URL(`/downloads/${folder}/${name}`, base),
    name,
    kind: yearly ? 'zip' : 'text',
  };
}
