import { createContext, type ComponentType } from 'preact';
import type { FigureTable } from './figureTable.ts';
import type { Mark } from './markCursor.tsx';

export interface FigureToolsProps {
  readonly title: string;
  readonly tables: readonly FigureTable[];
  /** Distinguishes pictures of one title. */
  readonly sentence: string;
  readonly source: string;
}

/**
 * What an interactive page adds to every picture: `Tools` (downloads) under its title, and a cursor that goes along its
 * marks by keyboard. The report has neither, since it has no script; there the table behind a picture says the same.
 */
export interface FigureExtras {
  readonly Tools: ComponentType<FigureToolsProps> | null;
  readonly Cursor: ComponentType<{
    readonly marks: readonly Mark[];
    readonly title: string;
    readonly width: number;
    readonly height: number;
  }> | null;
}

/** What the pictures below it are given beside the report's own parts; nothing, unless a page says otherwise. */
export const FigureExtrasContext = createContext<FigureExtras>({ Tools: null, Cursor: null });
