/** The model of one receiving stream as plain data; several of them are a theatre. Made into columns by `designStream`. */
import type { Day, DayInterval } from '../../calendar/index.ts';
import type { DelayChoice } from '../delays/index.ts';

export interface StreamModel {
  /** The receiving stream, by its name in the count panel. */
  readonly stream: string;
  /** Default NB2. */
  readonly family?: 'NB2' | 'Poisson';
  /** Slow trend: none, a straight line, or a penalised spline with a knot about every so many steps. Default none. */
  readonly trend?: 'none' | 'line' | { readonly knotSteps: number };
  /** Sines and cosines of a cycle in days. */
  readonly season?: { readonly periodDays: number; readonly harmonics?: number };
  /** A level for every weekday but Monday; daily counts only. */
  readonly weekday?: boolean;
  /** What goes on elsewhere: ln(1 + events of these streams per step over the last steps), in the endemic part. */
  readonly rest?: { readonly streams: readonly string[]; readonly steps: number };
  readonly answers?: readonly AnswerTerm[];
  readonly modifiers?: readonly ModifierTerm[];
  /** Days that are evaluated; absent: every recorded day with its history recorded. */
  readonly days?: readonly DayInterval[];
}

/** Answers to a stream (to itself: self-excitation), rho ≥ 0 expected ones per trigger. */
export interface AnswerTerm {
  /** Default `from X`. */
  readonly name?: string;
  readonly from: string;
  /** The delay, or where its estimation starts. */
  readonly delay: DelayChoice;
  readonly estimate?: boolean;
  /** Triggers count on these days only; absent: on all. */
  readonly triggersOn?: readonly DayInterval[];
  /** The rule holds on these days only, a[t]; absent: on all. */
  readonly holdsOn?: readonly DayInterval[];
  /** Triggers count only while the gate is open. */
  readonly gate?: Gate;
}

/** Open on steps before which the stream had at least, or fewer than, so many events over the last steps. */
export interface Gate {
  readonly of: string;
  readonly steps: number;
  readonly atLeast?: number;
  readonly fewerThan?: number;
}

/** Multiplies the whole rate by exp(gamma · z). */
export type ModifierTerm =
  /** Deterrence: z = events of a stream per step over the last steps. */
  | { readonly of: 'recent'; readonly name: string; readonly stream: string; readonly steps: number }
  /** Co-movement: z = ln(1 + events of a stream per step over the last steps). */
  | { readonly of: 'together'; readonly name: string; readonly stream: string; readonly steps: number }
  /** A dated change, a regime, a truce: z = 1 on the days. */
  | { readonly of: 'dates'; readonly name: string; readonly days: readonly DayInterval[] }
  /** A steady change: z rises from 0 to 1 through the days and stays there. */
  | { readonly of: 'steady'; readonly name: string; readonly days: DayInterval }
  /** A truce that was expected: `name` on its days, `name expected` on the days before from when it was. */
  | { readonly of: 'truce'; readonly name: string; readonly days: DayInterval; readonly expectedFrom?: Day }
  /** z = 1 while the gate is open. */
  | { readonly of: 'gate'; readonly name: string; readonly gate: Gate };

/** The calendar and the coverage under which a theatre is counted; a count panel is one. */
export interface PanelFrame {
  readonly first: Day;
  readonly stepDays: 1 | 7;
  readonly steps: number;
  readonly recorded: Uint8Array;
  readonly streams: readonly string[];
  readonly coverage: readonly Float64Array[];
}

/** Parameters of one stream by the names its fit has, and its overdispersion. A fit is one. */
export interface StreamParameters {
  readonly parameters: Readonly<Record<string, number>>;
  readonly psi: number;
}
