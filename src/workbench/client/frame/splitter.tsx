import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const KEY = 'tacit/editor-share';
const LEAST = 20;
const MOST = 75;

const share = signal(readShare());

/** The line between text and panel: dragged, or moved by arrow keys. */
export function Splitter() {
  useEffect(() => {
    document.getElementById('split')?.style.setProperty('--editor-share', `${share.value}%`);
  });
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the text"
      aria-valuenow={Math.round(share.value)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = document.getElementById('split')?.getBoundingClientRect();
        if (box && box.width > 0) move(((event.clientX - box.left) / box.width) * 100);
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -2, ArrowRight: 2, Home: LEAST - share.value, End: MOST - share.value }[
          event.key
        ];
        if (step === undefined) return;
        event.preventDefault();
        move(share.value + step);
      }}
    />
  );
}

function move(to: number): void {
  share.value = Math.min(MOST, Math.max(LEAST, to));
  try {
    localStorage.setItem(KEY, String(share.value));
  } catch {
    // A width that is forgotten is no loss.
  }
}

function readShare(): number {
  const stored = Number(localStorage.getItem(KEY) ?? '');
  return stored >= LEAST && stored <= MOST ? stored : 44;
}
