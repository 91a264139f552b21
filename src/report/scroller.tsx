/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

/** A part that may be wider than the screen: it scrolls by itself and can be reached by keyboard. */
export function Scroller({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="scroller" role="group" tabindex={0} aria-label={label}>
      {children}
    </div>
  );
}
