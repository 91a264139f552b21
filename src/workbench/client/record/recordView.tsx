/** Comes next. */
export function RecordView() {
  return <p>…</p>;
}
