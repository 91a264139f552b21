import { useState } from 'preact/hooks';
import { importFiles } from './dropped.ts';

/** Where exports of event records are dropped or chosen. */
export function DropZone() {
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={`drop-zone${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void importFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        Drop an export here: ACLED, UCDP GED, GDELT, ICEWS, POLECAT, or any table with dates. CSV, also
        zipped. Rows that cannot be read are set aside with the reason, never guessed.
      </p>
      <label class="file-button">
        Choose files
        <input
          type="file"
          multiple
          class="hidden"
          onChange={({ currentTarget }) => {
            void importFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
