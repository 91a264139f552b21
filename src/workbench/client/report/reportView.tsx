/** Comes next. */
export function ReportView() {
  return <p>…</p>;
}
