/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { FigureTable } from './figureTable.ts';
import { FigureTables } from './figureTables.tsx';
import { FigureExtrasContext } from './figureTools.ts';
import type { Mark } from './markCursor.tsx';
import { Scroller } from './scroller.tsx';

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
  readonly tables: readonly FigureTable[];
  /** Where an interactive page may stop by keyboard. */
  readonly marks?: readonly Mark[];
  /** Pictures of many years are too fine for a phone: they scroll inside their own frame. */
  readonly scrolls?: boolean;
  readonly children: ComponentChildren;
}

/** A picture with everything that makes it checkable: what it shows, in a sentence, its source and its table. */
export function Figure(props: FigureProps) {
  const { title, sentence, width, height, legend, source, tables, marks = [], scrolls = false } = props;
  const { Tools, Cursor } = useContext(FigureExtrasContext);
  const picture = (
    <div class="picture">
      <svg
        class={scrolls ? 'wide' : 'snug'}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}. ${sentence}`}
      >
        {props.children}
      </svg>
      {Cursor === null || marks.length === 0 ? null : <Cursor {...{ marks, title, width, height }} />}
    </div>
  );
  return (
    <figure class={scrolls ? 'whole' : undefined}>
      <h4>{title}</h4>
      {Tools === null ? null : <Tools {...{ title, sentence, source, tables }} />}
      <p class="says">{sentence}</p>
      {scrolls ? <Scroller label={`Picture: ${title}`}>{picture}</Scroller> : picture}
      {legend === undefined ? null : <p class="legend">{legend}</p>}
      <p class="source">{source}</p>
      <details>
        <summary>
          Numbers behind this picture<span class="hidden">: {title}</span>
        </summary>
        <FigureTables tables={tables} />
      </details>
    </figure>
  );
}
