/** Comes next. */
export function Start() {
  return <p>…</p>;
}
