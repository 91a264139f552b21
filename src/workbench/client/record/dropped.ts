import { signal } from '@preact/signals';
import type { ConfirmMap, DroppedRecord } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';
import { recordNews, said } from '../workbench.ts';

/** A file that was brought to the page in this session. */
export interface DroppedEntry {
  readonly key: number;
  readonly name: string;
  readonly content: Blob;
  /** Null while it is being read. */
  readonly answer: DroppedRecord | null;
}

export const dropped = signal<readonly DroppedEntry[]>([]);
let nextKey = 1;

/** Sends files to the server, one after the other, and keeps what came of each. */
export async function importFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const key = nextKey;
    nextKey += 1;
    const entry = { key, name: file.name, content: file, answer: null };
    dropped.value = [entry, ...dropped.value];
    await settle(
      key,
      askServer<DroppedRecord>(`/records?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        bytes: file,
      }),
    );
  }
}

/** Sends the map of a table that a person confirmed. */
export async function confirmMap(key: number, map: ConfirmMap): Promise<void> {
  await settle(key, askServer<DroppedRecord>('/records/map', { method: 'POST', json: map }));
}

/** Takes the entry off the sheet; the record itself stays. */
export function dismiss(key: number): void {
  dropped.value = dropped.value.filter((entry) => entry.key !== key);
}

async function settle(key: number, asked: ReturnType<typeof askServer<DroppedRecord>>): Promise<void> {
  const answer = await asked;
  let result: DroppedRecord;
  if (answer.kind === 'ok') result = answer.value;
  else if (answer.kind === 'refused') {
    const { message, hint = null } = answer.refusal;
    result = { kind: 'refused', message, hint };
  } else
    result = { kind: 'refused', message: 'The server does not answer.', hint: 'Try again when it is back.' };
  dropped.value = dropped.value.map((entry) => (entry.key === key ? { ...entry, answer: result } : entry));
  recordNews.value += 1;
  said.value =
    result.kind === 'imported'
      ? `${result.file}: ${result.right} rows read, ${result.setAside} set aside.`
      : '';
}
