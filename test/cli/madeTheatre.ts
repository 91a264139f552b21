/** A small theatre with a record, from which each test of bad input departs in one place. */

export const goodTheatre = `tacit 1
theatre "A border"

record "events.csv"
  covers 2020-01-01 to 2021-12-31

actor North
actor South
place Bridge at 34.5 N 40.9 E within 20 km
source Gazette published 2022-01-10

claim Answers by Gazette at "paragraph 2"
  when North strikes South then South attacks North within 10 days
claim OnTheDay by Gazette at "paragraph 3"
  North strikes South on 2020-03-01 killing at least 5
`;

const header =
  'id,date_start,date_end,precision,initiator,initiator_side,target,target_side,action,place,zone,country,killed_min,killed_max,killed_side,wounded,attribution,verify,source_url,note';

/** A row of the open form; the dates may be anything. */
export function row(id: string, day: string, initiator: string, target: string, action: string): string {
  return `${id},${day},${day},day,${initiator},,${target},,${action},Bridge,,,1,2,,,stated,0,https://example.org/${id},`;
}

export const goodRows: readonly string[] = Array.from({ length: 24 }, (_, month) => {
  const day = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return [
    row(`N${month}`, `${day}-01`, 'North', 'South', 'airstrike'),
    row(`S${month}`, `${day}-05`, 'South', 'North', 'rocket'),
  ];
}).flat();

export function makeRecord(rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}
