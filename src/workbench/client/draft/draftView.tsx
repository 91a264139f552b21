/** Comes next. */
export function DraftView() {
  return <p>…</p>;
}
