/** A theatre that is judged in a moment, with names and notes that would be markup if they were not text. */
export const THEATRE = `tacit 1
theatre "Two sides <script>window.hit = 1</script>"

record "events.csv"
  covers 2020-01-01 to 2020-12-31

actor North "<img src=x onerror='window.hit = 1'>"
actor South
place Bridge

source Gazette "The <b>Gazette</b>" published 2021-01-10
source Courier published 2021-01-12

claim Answered by Gazette at "paragraph 2"
  when North attacks South then South strikes North within 7 days
claim Falls by Courier at "paragraph 1"
  North attacks South fall from 2020-06-01 to 2020-12-31
claim Many by Courier
  at least 3 North attacks on South from 2020-01-01 to 2020-12-31
claim Wish by Gazette
  untestable intent "they <script>window.hit = 1</script> wanted it"
`;

/** Events of North and South, every few days, with a note that looks like markup and one row that cannot be read. */
export const EVENTS = [
  'id,date_start,date_end,precision,initiator,target,action,place,killed_min,note',
  ...Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 2 + index * 5)).toISOString().slice(0, 10);
    const sides = index % 2 === 0 ? 'North,South,rocket' : 'South,North,airstrike';
    return `e${index},${day},${day},day,${sides},Bridge,${index % 3},<script>window.hit = 1</script>`;
  }),
  'broken,no date,2020-01-01,day,North,South,rocket,Bridge,0,x',
  '',
].join('\n');
