import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { TheatrePictures, type MapGround } from '../../../report/index.ts';
import type { ShownExamination } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';

const ground = signal<MapGround | null>(null);

/** Pictures of the record as a whole: who answers whom, and where. */
export function WholeTheatre({ examined }: { readonly examined: ShownExamination }) {
  const { examination } = examined;
  const { pictures, records } = examination;
  const drawnGround = ground.value;
  useEffect(() => {
    if (pictures?.map) void loadGround();
  }, [pictures]);
  const drawn = useMemo(
    () => <TheatrePictures examination={examination} ground={drawnGround} />,
    [pictures, records, drawnGround],
  );
  if (pictures === undefined) return null;
  return (
    <>
      {examined.waiting.length === 0 ? null : (
        <p class="notice">
          The pictures of the whole theatre are of an earlier text until all claims are judged.
        </p>
      )}
      {drawn}
    </>
  );
}

/** Borders and coasts under the map; the server draws them, since the atlas is large. */
async function loadGround(): Promise<void> {
  const answer = await askServer<MapGround | null>('/ground');
  if (answer.kind === 'ok') ground.value = answer.value;
}
