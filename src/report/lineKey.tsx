/** @jsxRuntime automatic */
/** @jsxImportSource preact */

/** A short piece of a line as it is drawn in a picture, for the words under it. */
export function LineKey({ kind }: { readonly kind: string }) {
  return (
    <svg class="key" viewBox="0 0 26 8" aria-hidden="true">
      <path class={`line ${kind}`} d="M1 4h24" />
    </svg>
  );
}
