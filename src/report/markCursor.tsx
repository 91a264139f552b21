/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useState } from 'preact/hooks';

/** One mark of a picture, in its units, and what it says in words. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface MarkCursorProps {
  readonly marks: readonly Mark[];
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 10,
  PageDown: (at) => at - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** A cursor over a picture: arrow keys go from mark to mark, and each says its number. For pages with a script only. */
export function MarkCursor({ marks, title, width, height }: MarkCursorProps) {
  const [place, setPlace] = useState(0);
  const last = marks.length - 1;
  const at = Math.min(place, last);
  const mark = marks[at];
  if (mark === undefined) return null;
  return (
    <div
      class="cursor"
      role="slider"
      tabindex={0}
      aria-label={`Marks of ${title}`}
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={at + 1}
      aria-valuetext={mark.text}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (!step) return;
        event.preventDefault();
        setPlace(Math.min(last, Math.max(0, step(at, last))));
      }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <circle cx={mark.x} cy={mark.y} r="9" />
      </svg>
      <p aria-hidden="true">{mark.text}</p>
    </div>
  );
}
