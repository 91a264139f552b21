/** Comes next. */
export function ForwardView() {
  return <p>…</p>;
}
