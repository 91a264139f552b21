import type { Kernel } from './kernel.ts';
import type { StatedPart } from './listParts.ts';
import type { PanelData } from './panelData.ts';

export interface PanelParameter {
  readonly name: string;
  readonly kind: 'coefficient' | 'weights' | 'delay' | 'overdispersion';
  readonly lower: number;
  readonly upper: number;
  /** Largest change in one step. */
  readonly reach: number;
  readonly start: number;
  /** For shapes: what the estimate stands for. */
  readonly natural?: (value: number) => number;
}

/** One part of the mean in one unit: multiplier · exp(Σ coefficient · column). */
export interface PackedPiece {
  readonly part: number;
  /** What the multiplier is without history: offset, coverage, known coefficients. */
  readonly base: Float64Array;
  readonly multiplier: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** The cells of one unit that contribute, row by row. */
export interface PackedBlock {
  readonly unit: number;
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly pieces: readonly PackedPiece[];
  /** Parameters of the columns and then of the shape of each piece, piece after piece. */
  readonly parameters: Int32Array;
  /** Parameter of the overdispersion, −1 for Poisson. */
  readonly psi: number;
}

export interface PackedPart {
  readonly stated: StatedPart;
  readonly spatial: Kernel | null;
  readonly delay: Kernel | null;
  /** Parameters of the spatial and then of the delay weights; empty where they are known. */
  readonly shape: readonly number[];
  readonly spatialParameters: number;
}

export interface PackedPanel {
  readonly parameters: readonly PanelParameter[];
  readonly parts: readonly PackedPart[];
  readonly blocks: readonly PackedBlock[];
  readonly data: PanelData;
  /** Rows of the panel in question. */
  readonly first: number;
  readonly last: number;
}
