/** @jsxRuntime automatic */
/** @jsxImportSource preact */

/** A claim in the words of its file; dates are never broken across lines. */
export function ClaimText({ text }: { readonly text: string }) {
  const pieces = text.split(/(\b\d{4}-\d{2}(?:-\d{2})?\b)/);
  return (
    <code class="sentence">
      {pieces.map((piece, index) => (index % 2 === 0 ? piece : <span class="no-break">{piece}</span>))}
    </code>
  );
}
