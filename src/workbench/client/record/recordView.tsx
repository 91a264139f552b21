import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { RecordSection } from '../../../report/index.ts';
import type { ShownRecord, ShownRecords } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';
import { insertText } from '../editor/insertText.ts';
import { recordNews } from '../workbench.ts';
import { ActsOfRecord } from './actsOfRecord.tsx';
import { DirectionChoice } from './directionChoice.tsx';
import { DropZone } from './dropZone.tsx';
import { DroppedFile } from './droppedFile.tsx';
import { dropped } from './dropped.ts';
import { NamesToDeclare } from './namesToDeclare.tsx';
import { Proposals } from './proposals.tsx';

const records = signal<readonly ShownRecord[] | string | null>(null);

/** What the theatre's records hold and lack, and the way in for new ones. */
export function RecordView() {
  const news = recordNews.value;
  useEffect(() => void loadRecords(), [news]);
  return (
    <>
      <h2>Record</h2>
      <DropZone />
      {dropped.value.map((entry) => (
        <DroppedFile key={entry.key} entry={entry} />
      ))}
      <Loaded />
    </>
  );
}

function Loaded() {
  const found = records.value;
  if (found === null) return <p class="dim">Looking at the records …</p>;
  if (typeof found === 'string') return <p class="notice">{found}</p>;
  if (found.length === 0) {
    return (
      <p>
        No record yet. Verdicts need one: an export of ACLED, UCDP GED, GDELT, ICEWS or POLECAT, or a table of
        your own.
      </p>
    );
  }
  return (
    <>
      {found.map((record, index) => (
        <OneRecord record={record} index={index} key={record.file} />
      ))}
    </>
  );
}

function OneRecord({ record, index }: { readonly record: ShownRecord; readonly index: number }) {
  const { file, declared, quality, obstacle } = record;
  return (
    <div class="record-block">
      {declared || isJustImported(file) ? null : (
        <p class="notice">
          {file} lies in the store, and the theatre does not name it.{' '}
          <button type="button" onClick={() => insertText({ kind: 'record', text: `record "${file}"` })}>
            Insert the record line
          </button>
        </p>
      )}
      {obstacle === null ? null : (
        <p class="notice">
          {file} could not be read: {obstacle}
        </p>
      )}
      {quality === null || !declared ? null : <DirectionChoice quality={quality} />}
      <NamesToDeclare actors={record.actors ?? []} places={record.places ?? []} of={file} />
      {quality === null ? null : <ActsOfRecord quality={quality} />}
      <Proposals proposals={record.proposals ?? []} of={file} />
      {quality === null ? null : <RecordSection record={quality} index={index} />}
    </div>
  );
}

/** Its import stands above and asks the same. */
function isJustImported(file: string): boolean {
  return dropped.value.some(({ answer }) => answer?.kind === 'imported' && answer.file === file);
}

async function loadRecords(): Promise<void> {
  const answer = await askServer<ShownRecords>('/records');
  if (answer.kind === 'ok') records.value = answer.value.records;
  else if (answer.kind === 'refused') records.value = answer.refusal.message;
}
