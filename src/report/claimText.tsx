/** @jsxRuntime automatic */
/** @jsxImportSource preact */

/** A claim in the words of its file; dates are never broken across lines, long names where a word begins in them. */
export function ClaimText({ text }: { readonly text: string }) {
  const pieces = text.split(/(\b\d{4}-\d{2}(?:-\d{2})?\b)/);
  return (
    <code class="sentence">
      {pieces.map((piece, index) =>
        index % 2 === 0 ? breakNames(piece) : <span class="no-break">{piece}</span>,
      )}
    </code>
  );
}

/** Shorter names fit into the narrowest column. */
const LONG_NAME = /(\p{Lu}[\p{L}\p{N}]{13,})/u;

function breakNames(text: string) {
  return text.split(LONG_NAME).map((part, index) => (index % 2 === 0 ? part : breakName(part)));
}

function breakName(name: string) {
  return name.split(/(?<=\p{Ll})(?=\p{Lu})/u).map((word, index) => (
    <>
      {index === 0 ? null : <wbr />}
      {word}
    </>
  ));
}
