import { DataTable } from '../../../report/index.ts';
import type { DroppedRecord, ImportedRecord } from '../../protocol/index.ts';
import { readArticle } from '../draft/draftState.ts';
import { insertText } from '../editor/insertText.ts';
import { go } from '../route.ts';
import { imports, mainFile } from '../workbench.ts';
import { dismiss, type DroppedEntry } from './dropped.ts';
import { MapForm } from './mapForm.tsx';
import { looksLikeArticle } from './takeDrops.ts';

/** Of the rows; then something is wrong with the file or its map. */
const MANY_SET_ASIDE = 0.05;

type Refusal = Extract<DroppedRecord, { kind: 'refused' }>;

/** What became of one file: being read, read, not known yet, or refused. */
export function DroppedFile({ entry }: { readonly entry: DroppedEntry }) {
  const { name, answer, key } = entry;
  return (
    <section class="dropped" aria-label={`Import of ${name}`}>
      <div class="buttons">
        <h3>{name}</h3>
        {answer === null ? null : (
          <button type="button" class="quiet" onClick={() => dismiss(key)}>
            Close<span class="hidden"> the import of {name}</span>
          </button>
        )}
      </div>
      {answer === null ? <Reading name={name} /> : null}
      {answer?.kind === 'refused' ? <Refused entry={entry} refusal={answer} /> : null}
      {answer?.kind === 'unknown' ? <MapForm entry={key} table={answer} fault={answer.fault} /> : null}
      {answer?.kind === 'imported' ? <Imported record={answer} /> : null}
    </section>
  );
}

function Refused(props: { readonly entry: DroppedEntry; readonly refusal: Refusal }) {
  const { entry, refusal } = props;
  const { name, content, key } = entry;
  return (
    <div class="notice" role="alert">
      <p>
        {refusal.message} {refusal.hint ?? ''}
      </p>
      {refusal.isForeign === true ? (
        <p>
          A record is a table of events as text (CSV, also zipped or as gzip). An article as text, HTML, PDF
          or Word is read under “Draft”.
        </p>
      ) : null}
      {looksLikeArticle(name) ? (
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              dismiss(key);
              go({ sheet: 'draft' });
              void readArticle(name, content, '');
            }}
          >
            Read it as an article
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Reading({ name }: { readonly name: string }) {
  const rows = imports.value.get(name)?.rows ?? 0;
  return (
    <p class="running">
      <progress aria-label={`Reading ${name}`} /> {rows === 0 ? 'reading …' : `${rows} rows read`}
    </p>
  );
}

function Imported({ record }: { readonly record: ImportedRecord }) {
  const isNamed =
    mainFile.value?.edits.value !== -1 && (mainFile.value?.text() ?? '').includes(`"${record.file}"`);
  return (
    <>
      <p>
        {record.format}: {record.rows} rows, {record.right} read
        {record.first === null ? '' : `, ${record.first} to ${record.last}`}; {record.setAside} set aside.
      </p>
      {isNamed ? (
        <p class="dim">The theatre names this record.</p>
      ) : (
        <div class="next-step">
          <p>
            <b>Next:</b> tell the theatre of it. These lines say which days the record covers; check them.
          </p>
          <pre>{record.block}</pre>
          <button
            type="button"
            class="primary"
            onClick={() => insertText({ kind: 'record', text: record.block })}
          >
            Insert into the theatre
          </button>
        </div>
      )}
      {record.setAsideRows.length === 0 ? null : (
        <details open={record.setAside <= 5 || record.setAside > MANY_SET_ASIDE * record.rows}>
          <summary>Rows set aside ({record.setAside})</summary>
          <DataTable
            caption={
              record.setAside > record.setAsideRows.length
                ? `The first ${record.setAsideRows.length} of ${record.setAside} rows set aside`
                : 'Rows set aside, with the reason'
            }
            columns={['Line', 'Column', 'Reason']}
            numeric={[0]}
            rows={record.setAsideRows.map(({ line, column, reason }) => [
              String(line),
              column ?? 'whole row',
              reason,
            ])}
          />
        </details>
      )}
    </>
  );
}
