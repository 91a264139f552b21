/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

interface FigureProps {
  readonly title: string;
  /** One sentence that carries the numbers; spoken instead of the picture. */
  readonly sentence: string;
  readonly width: number;
  readonly height: number;
  /** How to read the marks. */
  readonly legend?: ComponentChildren;
  readonly source: string;
  /** The numbers behind the picture. */
  readonly table: ComponentChildren;
  /** Pictures of many years are too fine for a phone: they scroll inside their own frame. */
  readonly scrolls?: boolean;
  readonly children: ComponentChildren;
}

/** A picture with everything that makes it checkable: what it shows, in a sentence, its source and its table. */
export function Figure(props: FigureProps) {
  const picture = (
    <svg
      class={props.scrolls === true ? 'wide' : 'snug'}
      viewBox={`0 0 ${props.width} ${props.height}`}
      role="img"
      aria-label={`${props.title}. ${props.sentence}`}
    >
      {props.children}
    </svg>
  );

  return (
    <figure class={props.scrolls === true ? 'whole' : undefined}>
      <h4>{props.title}</h4>
      <p class="says">{props.sentence}</p>
      {props.scrolls === true ? <Scroller label={`Picture: ${props.title}`}>{picture}</Scroller> : picture}
      {props.legend === undefined ? null : <p class="legend">{props.legend}</p>}
      <p class="source">{props.source}</p>
      <details>
        <summary>
          Numbers behind this picture<span class="hidden">: {props.title}</span>
        </summary>
        {props.table}
      </details>
    </figure>
  );
}

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
