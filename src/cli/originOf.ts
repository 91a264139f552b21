import type { PageOrigin } from '../report/index.ts';
import type { TheatreWithRecords } from '../host/index.ts';

/** The files a forecast is made from, with their hashes. */
export async function originOf({
  loaded,
  theatre,
  records,
}: TheatreWithRecords): Promise<Pick<PageOrigin, 'theatre' | 'records'>> {
  const summaries = await records.store.summaries();
  return {
    theatre: { title: theatre.title, file: loaded.file, hash: loaded.hash },
    records: [
      ...summaries.map(({ record, hash }) => ({ file: record, hash })),
      ...records.tables.map(({ record, hash }) => ({ file: record, hash })),
    ],
  };
}
