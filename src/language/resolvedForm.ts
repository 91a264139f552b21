/** What a sentence means once its names, dates and periods are found. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { By, Quantity, Trend } from './document.ts';
import type {
  ActorSet,
  LagWindow,
  OpenInterval,
  PlaceSet,
  ResolvedAmount,
  ResolvedPattern,
} from './resolvedPattern.ts';

export type ResolvedForm =
  | {
      readonly kind: 'answer';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly lags: LagWindow;
      readonly share: Quantity | null;
    }
  | {
      readonly kind: 'shift';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly how: 'fewer' | 'more';
      readonly negated: boolean;
      readonly days: number;
    }
  | {
      readonly kind: 'noExtra';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly lags: LagWindow;
    }
  | {
      readonly kind: 'change';
      readonly amount: ResolvedAmount;
      readonly trend: Trend;
      readonly steadily: boolean;
      readonly spans: readonly OpenInterval[];
      readonly by: By | null;
      readonly comparedWith: ResolvedBase | null;
    }
  | {
      readonly kind: 'truce';
      readonly directions: readonly ResolvedAmount[];
      readonly spans: readonly OpenInterval[];
      readonly expectedFrom: Day | null;
      readonly holding: { readonly quantity: Quantity; readonly days: number } | null;
    }
  | { readonly kind: 'event'; readonly pattern: ResolvedPattern; readonly first: boolean }
  | {
      readonly kind: 'total';
      readonly quantity: Quantity;
      readonly amount: ResolvedAmount;
      readonly perDays: number | null;
      readonly interval: DayInterval;
    }
  | { readonly kind: 'untestable'; readonly of: 'intent' | 'cause' | 'capability'; readonly text: string }
  /** `P and Q answer each other`: two rules, each the other's rival. */
  | {
      readonly kind: 'mutual';
      readonly first: ResolvedAmount;
      readonly second: ResolvedAmount;
      readonly lags: LagWindow;
    }
  | {
      readonly kind: 'onlyDuring';
      readonly amount: ResolvedAmount;
      readonly period: string;
      readonly spans: readonly OpenInterval[];
    }
  | {
      readonly kind: 'onlyAfter';
      readonly amount: ResolvedAmount;
      readonly after: ResolvedAmount;
      readonly days: number;
    }
  /** `Q rises as Q2 falls within N days`. */
  | {
      readonly kind: 'coMovement';
      readonly amount: ResolvedAmount;
      readonly trend: Trend;
      readonly other: ResolvedAmount;
      readonly otherTrend: Trend;
      readonly days: number;
    }
  /** The strength of one claim in a period against the other days, or against another claim's; `amounts` are theirs. */
  | {
      readonly kind: 'strength';
      readonly claim: string;
      readonly how: 'stronger' | 'weaker' | 'different';
      readonly than: string | null;
      readonly during: { readonly period: string; readonly spans: readonly OpenInterval[] } | null;
      readonly amounts: readonly ResolvedAmount[];
    }
  /** Who holds ground: told by the acts through which it changes hands. `holder` is null for a route. */
  | {
      readonly kind: 'control';
      readonly of: 'place' | 'route';
      readonly state: 'held' | 'open' | 'closed';
      readonly where: PlaceSet;
      readonly holder: ActorSet | null;
      readonly span: OpenInterval;
      readonly gains: ResolvedAmount;
      readonly losses: ResolvedAmount;
    }
  /** `Q is about N percent of Q2`; `percent` is null for `most`. */
  | {
      readonly kind: 'share';
      readonly amount: ResolvedAmount;
      readonly whole: ResolvedAmount;
      readonly percent: Quantity | null;
      readonly interval: DayInterval | null;
    }
  | {
      readonly kind: 'extreme';
      readonly amount: ResolvedAmount;
      readonly how: 'highest' | 'lowest';
      readonly period: DayInterval;
      readonly since: Day;
    }
  /** `A starts exchanges with B`: acts of force by A on B, and by B on A. */
  | { readonly kind: 'starts'; readonly starter: ResolvedAmount; readonly other: ResolvedAmount }
  | {
      readonly kind: 'expects';
      readonly possible: boolean;
      readonly amount: ResolvedAmount;
      readonly trend: Trend | null;
      readonly by: By | null;
      readonly before: Day;
    };

export type ResolvedBase =
  | { readonly kind: 'dates'; readonly interval: DayInterval }
  | { readonly kind: 'period'; readonly name: string; readonly spans: readonly OpenInterval[] }
  | { readonly kind: 'amount'; readonly amount: ResolvedAmount };
