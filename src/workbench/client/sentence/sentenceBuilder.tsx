/** The form for new claims. */
export function SentenceBuilder() {
  return <p>…</p>;
}
