import type { AnswerColumn } from './design.ts';
import { findDelayFamily, type DelayScale } from './delays/index.ts';

/** One estimated parameter of one rule's delay. */
export interface DelayParameter {
  /** Rule and parameter, such as `answers logit p`. */
  readonly name: string;
  /** Index of the rule among the answers. */
  readonly answer: number;
  /** Index of the parameter in its family. */
  readonly place: number;
  readonly scale: DelayScale;
}

/** The estimated parameters of all delays, rule by rule; none where every delay is fixed. */
export function delayParameters(answers: readonly AnswerColumn[]): DelayParameter[] {
  return answers.flatMap(({ name, delay }, answer) => {
    if (!delay) return [];
    const scales = findDelayFamily(delay.start.family).estimate(delay.start.parameters.length);
    return scales.flatMap((scale, place) =>
      scale ? [{ name: `${name} ${scale.name}`, answer, place, scale }] : [],
    );
  });
}
