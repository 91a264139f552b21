/** A stretch of text and the marks that lie on it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Indices of the spans that cover it. */
  readonly covered: readonly number[];
}

/** Cuts a stretch of text where spans begin or end, so that marks may overlap. */
export function splitText(
  start: number,
  end: number,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  const cuts = [start, end];
  for (const span of spans) {
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.push(at);
  }
  const ordered = [...new Set(cuts)].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end;
    const covered = spans.flatMap((span, at) => (span.start <= from && to <= span.end ? [at] : []));
    return { start: from, end: to, covered };
  });
}
