/**
 * A regression model of many counted units, as plain data: mean = own part + neighbours' part + endemic part, each with a
 * logarithmic link, as in hhh4. Source: heldHoehleHofmann2005, meyerHeldHoehle2017.
 * mu[i,t] = λ[i,t] Σ_d g(d) y[i,t−d] + φ[i,t] Σ_d g(d) Σ_j w[j,i] y[j,t−d] + ν[i,t]; ln λ, ln φ, ln ν are linear in
 * the terms plus ln offset.
 */
import type { DelayChoice } from './delays/index.ts';

export interface PanelModel {
  /** NegBin1: one psi; NegBinM: one for each unit. */
  readonly family: 'Poisson' | 'NegBin1' | 'NegBinM';
  readonly own?: PanelPart | undefined;
  readonly neighbours?: (PanelPart & { readonly weights: string }) | undefined;
  readonly endemic?: PanelPart | undefined;
  /** First and last row that contribute, counted from 0; default: from the longest lag to the end. */
  readonly rows?: { readonly first: number; readonly last: number } | undefined;
}

export interface PanelPart {
  readonly terms: readonly PanelTerm[];
  /** A covariate that multiplies the part (population). */
  readonly offset?: string | undefined;
  /** How own or neighbours' counts of several earlier rows are weighed; default: the last row alone. */
  readonly delay?: DelayChoice | undefined;
}

export interface PanelTerm {
  readonly name: string;
  readonly value:
    | { readonly of: 'one' }
    /** Row number from 0. */
    | { readonly of: 'row' }
    | { readonly of: 'sine' | 'cosine'; readonly period: number; readonly harmonic: number }
    | { readonly of: 'covariate' | 'logarithm'; readonly covariate: string };
  /** A coefficient of its own for every unit, or for those named (others have none of this term). Default: one for all. */
  readonly perUnit?: true | readonly string[] | undefined;
}

/** Counts by unit and row; NaN where nothing is recorded. */
export interface PanelData {
  readonly units: readonly string[];
  readonly counts: readonly Float64Array[];
  /** By name: one series for each unit. */
  readonly covariates: Readonly<Record<string, readonly Float64Array[]>>;
  /** By name: weights[from][to]. */
  readonly weights: Readonly<Record<string, readonly ArrayLike<number>[]>>;
}
