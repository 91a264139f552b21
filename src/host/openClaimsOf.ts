import { listOpenClaims, type OpenClaim } from '../language/index.ts';
import type { LoadedTheatre } from './loadTheatre.ts';

/** The claims of a theatre and of the files it uses that wait for a person. */
export function openClaimsOf({
  text,
  file,
  used,
  diagnostics,
}: Pick<LoadedTheatre, 'text' | 'file' | 'used' | 'diagnostics'>): readonly OpenClaim[] {
  return [...[...used].filter(([path]) => path.endsWith('.tacit')), [file, text] as const].flatMap(
    ([path, written]) => listOpenClaims(written, path, diagnostics),
  );
}
