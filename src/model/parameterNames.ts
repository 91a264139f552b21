import { delayParameters } from './delayParameters.ts';
import type { StreamDesign } from './design.ts';

/** Names of the mean's parameters in their fixed order: endemic, answers, their estimated delays, modifiers. */
export function parameterNames(design: StreamDesign): string[] {
  const delays = delayParameters(design.answers);
  return [...design.endemic, ...design.answers, ...delays, ...design.modifiers].map(({ name }) => name);
}
